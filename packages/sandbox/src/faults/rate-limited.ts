import { answerWith, type Fault } from "./fault.ts";

/** How a 429 says when to come back; what is left out is not said. Any value will do, sensible or not. */
export type Wait = {
  /** The header Retry-After: seconds or an HTTP date. */
  readonly header?: string;
  /** `error.retry_after`. */
  readonly body?: unknown;
  /** The header X-RateLimit-Reset: seconds since 1970. */
  readonly reset?: string;
};

/**
 * A 429, saying when to come back in any form, or not at all.
 *
 * @example faults.next(rateLimited({ header: new Date(Date.now() + 2000).toUTCString() }));
 */
export const rateLimited = ({ header, body, reset }: Wait = {}): Fault =>
  answerWith(() => {
    const error = { code: "RATE_LIMIT_EXCEEDED", message: "Too many calls.", retry_after: body };
    const answer = Response.json({ success: false, error }, { status: 429 });
    if (header !== undefined) answer.headers.set("Retry-After", header);
    if (reset !== undefined) answer.headers.set("X-RateLimit-Reset", reset);
    return answer;
  });
