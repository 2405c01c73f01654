import type { RequestBody } from "./request-body.ts";

/** A request as the sandbox received it, so that a test can hold it against what should have been sent. */
export type ReceivedRequest = {
  readonly method: string;
  /** The path and query as they were sent, percent-encoding included. */
  readonly path: string;
  /** The headers by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text; empty when there was none, or none that could be kept: over 1 MiB, or not UTF-8. */
  readonly body: string;
};

/** How many requests are kept; the oldest go first. */
export const receivedLimit = 1000;

/** Adds a request to the list of those that were received, in the form that is kept. */
export function keepRequest(received: ReceivedRequest[], request: Request, body: RequestBody): ReceivedRequest {
  const { pathname, search } = new URL(request.url);
  const kept = {
    method: request.method,
    path: pathname + search,
    headers: Object.fromEntries(request.headers),
    body: body.kind === "text" ? body.text : "",
  };
  received.push(kept);
  if (received.length > receivedLimit) received.shift();
  return kept;
}
