/** Receives one plain line at a time. */
export type Log = (line: string) => void;

/** The log used when a caller gives none. */
export const consoleLog: Log = (line) => console.log(line);

const clearLine = "\r\u001B[2K";

/**
 * Runs slow work under a title. A terminal shows one line that counts the seconds; the log gets a line at the start
 * where there is no terminal, and one at the end everywhere.
 */
export async function withProgress<Result>(log: Log, title: string, work: () => Promise<Result>): Promise<Result> {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const terminal = process.stderr.isTTY;
  if (!terminal) log(`${title} …`);
  const draw = () => process.stderr.write(`${clearLine}${title} … ${seconds()}`);
  const timer = terminal ? setInterval(draw, 500) : undefined;
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (terminal) process.stderr.write(clearLine);
    log(`${title}: ${seconds()}`);
  }
}
