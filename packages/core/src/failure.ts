import type { RazeErrorFacts } from "./error.ts";
import { isObject } from "./json-objects.ts";
import { withoutKey } from "./key-free.ts";

/** Why an attempt came to nothing, and whether another one makes sense. */
export type Failure = RazeErrorFacts & {
  readonly canRetry?: boolean;
  /** How many milliseconds the server asks to wait. */
  readonly hintMs?: number | undefined;
};

const connectionNeverStood =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_\w+|CERT_\w+|(?:DEPTH_ZERO_)?SELF_SIGNED_\w+|UNABLE_TO_(?:GET_ISSUER|VERIFY)_\w+)$/;

const isName = (text: unknown): text is string => typeof text === "string" && /^\w{1,60}$/.test(text);

/**
 * A connection that failed, before or during the answer.
 *
 * Of what `fetch` threw, the name and the code alone are passed on, in an error of our own: its message, its stack and
 * whatever else hangs on it can hold the request.
 */
export function connectionFailure(thrown: unknown, key: string): Failure {
  const cause: Error & { code?: string } = new Error("");
  let error = thrown;
  // fetch says why it failed in the cause of its error, or in the cause's cause.
  for (let depth = 0; depth < 4 && isObject(error) && !cause.code; depth += 1) {
    const { name, code, cause: inner }: Record<string, unknown> = error;
    if (isName(name)) cause.name = withoutKey(name, key);
    if (isName(code)) cause.code = withoutKey(code, key);
    error = inner;
  }
  const neverStood = connectionNeverStood.test(cause.code ?? "");
  return { reason: neverStood ? "unreachable" : "connection_lost", cause, canRetry: true };
}
