import { spaces, withBody } from "./bodies.ts";
import type { Fault } from "./fault.ts";

// Without a port nothing unpacks an answer: its bytes come as they are.
const compressed = (given: Response, body: ReadableStream<Uint8Array<ArrayBuffer>>): Response =>
  withBody(given, body.pipeThrough(new CompressionStream("gzip")), { "Content-Encoding": "gzip" });

/** The server's answer, compressed. It takes a port. */
export const gzip = (): Fault => async (_, answer) => {
  const given = await answer();
  return given.body === null ? given : compressed(given, given.body);
};

/** The server's answer with a body of a few kilobytes that unpack to many megabytes. It takes a port. */
export const gzipBomb =
  (bytes = 64 * 1_048_576): Fault =>
  async ({ signal }, answer) =>
    compressed(await answer(), spaces(signal, bytes));
