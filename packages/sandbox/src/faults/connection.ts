import { cut, withBody } from "./bodies.ts";
import type { Fault, When } from "./fault.ts";
import { onTheWire, withScript } from "./socket-script.ts";

// Without a port there is no connection: the call fails with the error that the global fetch gives for a broken one.
const failed = (): TypeError => new TypeError("fetch failed");

// A reset can overtake what was written just before it.
const reset = { pauseMs: 10, end: "reset" } as const;

const breakingBody = (piece: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => controller.enqueue(piece),
    pull: () => {
      throw new TypeError("terminated");
    },
  });

/** The connection is reset: before the server applied the call, after, or in the middle of its answer's body. */
export const connectionReset =
  (when: When | "within" = "before"): Fault =>
  async (_, answer) => {
    if (when === "before") throw withScript(failed(), { ...reset, chunks: [] });
    const given = await answer();
    if (when === "after") throw withScript(failed(), { ...reset, chunks: [] });
    const [head, body] = await onTheWire(given);
    const half = body.slice(0, body.length / 2);
    return withScript(withBody(given, breakingBody(half)), { ...reset, chunks: [head, half] });
  };

/** The server's answer, its head piece by piece with a pause after each. Without a port, it comes at once. */
export const slowHead =
  ({ pauseMs = 5, pieces = 10 } = {}): Fault =>
  async (_, answer) => {
    const given = await answer();
    const [head, body] = await onTheWire(given);
    return withScript(given, { chunks: [...cut(head, pieces), body], pauseMs, end: "close" });
  };

/** Bytes that are no HTTP, after the server applied the call. */
export const malformedAnswer = (): Fault => async (_, answer) => {
  await answer();
  const chunks = [new TextEncoder().encode("This is not HTTP.\r\n\r\n")];
  throw withScript(failed(), { chunks, pauseMs: 0, end: "close" });
};
