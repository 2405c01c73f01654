import type { Failure } from "./failure.ts";
import type { Runtime } from "./runtime.ts";

/** The one time limit and the one signal of a call, over all of its phases: key, connecting, headers, body, waits. */
export type Deadline = {
  /** Why the call was cut short, once it was. */
  readonly cut: Failure | undefined;
  /** The milliseconds that are left. */
  readonly left: number;
  /** Ends what runs outside of this package when the call is cut short. */
  readonly signal: AbortSignal;
  /**
   * Settles as `work` does, or rejects as soon as the call is cut short, even if `work` never ends by itself, as a
   * caller's `fetch` or key function may.
   */
  readonly race: <T>(work: T | PromiseLike<T>) => Promise<T>;
  /** Waits, or until the call is cut short. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Takes timer and listener away. Every call ends with this. */
  readonly release: () => void;
};

/** Starts the clock of a call. */
export function startDeadline(runtime: Runtime, timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const endsAt = runtime.now() + timeoutMs;
  const controller = new AbortController();
  let cut: Failure | undefined;
  let interrupt: (reason: Error) => void = () => {};
  const interruption = new Promise<never>((_, reject) => {
    interrupt = reject;
  });
  // Whoever races hears of it; while nobody does, it must not count as unhandled.
  interruption.catch(() => {});

  const cutShort = (reason: "timed_out" | "aborted"): void => {
    cut ??= { reason, params: { milliseconds: timeoutMs } };
    interrupt(new Error(reason));
    controller.abort();
  };
  const abort = (): void => cutShort("aborted");
  const cancelTimer = runtime.schedule(() => cutShort("timed_out"), timeoutMs);
  if (caller?.aborted) abort();
  else caller?.addEventListener("abort", abort);

  const race = <T>(work: T | PromiseLike<T>): Promise<T> => Promise.race([work, interruption]);
  return {
    get cut() {
      return cut;
    },
    get left() {
      return endsAt - runtime.now();
    },
    signal: controller.signal,
    race,
    async wait(milliseconds) {
      let cancel = () => {};
      const over = new Promise<void>((resolve) => {
        cancel = runtime.schedule(resolve, milliseconds);
      });
      await race(over).catch(() => {});
      cancel();
    },
    release() {
      cancelTimer();
      caller?.removeEventListener("abort", abort);
    },
  };
}
