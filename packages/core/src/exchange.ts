import type { Deadline } from "./deadline.ts";
import type { Fetch } from "./options.ts";

/** What is sent. */
export type Request = {
  readonly method: "GET" | "PUT";
  readonly url: string;
  readonly body?: string | undefined;
  /** The most bytes that an answer may have. */
  readonly limit: number;
};

/** What came back, as far as it did. Each part is there once it is known, even if the rest never comes. */
export type Exchange = {
  response?: Response;
  /** The bytes of the body that were read; more than the request's limit if it was too large to be read on. */
  bytes: number;
  /** The whole body. */
  text?: string;
  /** Why the connection failed. */
  error?: unknown;
};

const ignore = (): void => {};

/** The whole text of a body, or undefined once it has more bytes than the limit. */
async function readBody(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
  exchange: Exchange,
): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    exchange.bytes += value.byteLength;
    if (exchange.bytes > limit) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}

/** Whether an answer is a redirect, which browsers hide behind a status of 0. */
export const isRedirect = ({ type, status }: Response): boolean =>
  type === "opaqueredirect" || (status >= 300 && status < 400);

/** Sends a request and reads the answer to its end, or to the limit. Never throws: the exchange says what happened. */
export async function exchangeOnce(
  send: Fetch,
  { method, url, body, limit }: Request,
  key: string,
  deadline: Deadline,
): Promise<Exchange> {
  const exchange: Exchange = { bytes: 0 };
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    const response = await deadline.race(
      send(url, {
        method,
        headers: {
          "x-api-key": key,
          accept: "application/json",
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        // Not "error", which Cloudflare Workers do not have and which Node reports like a broken network.
        redirect: "manual",
        signal: deadline.signal,
        ...(body === undefined ? { cache: "no-store" } : { body }),
      }),
    );
    exchange.response = response;
    reader = response.body?.getReader();
    if (reader === undefined) exchange.text = "";
    else if (!isRedirect(response)) {
      const text = await deadline.race(readBody(reader, limit, exchange));
      if (text !== undefined) {
        exchange.text = text;
        return exchange;
      }
    }
  } catch (error) {
    exchange.error = error;
  }
  // What is left of the body is not wanted: let go of its connection.
  reader?.cancel().catch(ignore);
  return exchange;
}
