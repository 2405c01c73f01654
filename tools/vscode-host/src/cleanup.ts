type Close = () => Promise<void>;

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const pending = new Set<Close>();

async function onSignal(signal: NodeJS.Signals): Promise<void> {
  await closeEverything();
  // A caller with a handler of its own decides when the process ends.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

/**
 * Has `close` run when a signal ends this process.
 * @returns a function that takes it off the list again
 */
export function closeOnSignal(close: Close): () => void {
  if (pending.size === 0) for (const signal of signals) process.on(signal, onSignal);
  pending.add(close);
  return () => {
    pending.delete(close);
    if (pending.size === 0) for (const signal of signals) process.off(signal, onSignal);
  };
}

async function closeEverything(): Promise<void> {
  await Promise.allSettled([...pending].map((close) => close()));
  pending.clear();
  for (const signal of signals) process.off(signal, onSignal);
}
