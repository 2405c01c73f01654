import type { Fault } from "./fault.ts";
import { pause } from "./pause.ts";

/** An answer with another body, and headers beside its own or in place of them. */
export function withBody(
  given: Response,
  body: string | ArrayBuffer | ReadableStream<Uint8Array<ArrayBuffer>> | null,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = new Headers(given.headers);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(body, { status: given.status, headers });
}

/** Bytes in pieces of nearly the same size. */
export function cut(bytes: Uint8Array<ArrayBuffer>, pieces: number): Uint8Array<ArrayBuffer>[] {
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
}

/** The server's answer, its JSON cut in the middle; the connection stays whole. */
export const truncatedJson = (): Fault => async (_, answer) => {
  const given = await answer();
  const text = await given.text();
  return withBody(given, text.slice(0, text.length / 2));
};

/** The server's answer, its body piece by piece with a pause after each. */
export const slowDrip =
  ({ pauseMs = 5, pieces = 10 } = {}): Fault =>
  async ({ signal }, answer) => {
    const given = await answer();
    const rest = cut(new Uint8Array(await given.arrayBuffer()), pieces);
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: async (controller) => {
        const piece = rest.shift();
        if (piece === undefined) return controller.close();
        controller.enqueue(piece);
        await pause(pauseMs, signal);
      },
    });
    return withBody(given, body);
  };

const opening = new TextEncoder().encode('{"success":true,"data":');
const blanks = new Uint8Array(262_144).fill(0x20);

/** JSON that goes on with spaces: for ever, or up to a size. */
export function spaces(signal: AbortSignal, bytes = Number.POSITIVE_INFINITY): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(opening),
    pull: async (controller) => {
      // As on a network: without a port, a body that is always there would let no timer of its reader run.
      await pause(0, signal);
      if (sent >= bytes) return controller.close();
      controller.enqueue(blanks);
      sent += blanks.length;
    },
  });
}

/** The server's answer with a body that never ends. */
export const endlessBody = (): Fault => async (call, answer) =>
  withBody(await answer(), spaces(call.signal), { "Content-Type": "application/json" });

/**
 * The server's answer with a Content-Length that many bytes off, after which the connection is closed.
 * It takes a port: without one, nothing counts the bytes.
 */
export const wrongLength =
  (difference: number): Fault =>
  async (_, answer) => {
    const given = await answer();
    const body = await given.arrayBuffer();
    return withBody(given, body, { "Content-Length": String(body.byteLength + difference), Connection: "close" });
  };
