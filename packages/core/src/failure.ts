import type { RazeErrorFacts } from "./error.ts";
import { isObject } from "./json-objects.ts";
import { withoutKey } from "./key-free.ts";

/** Why one attempt came to nothing, and whether another one makes sense. */
export type Failure = Omit<RazeErrorFacts, "step" | "outcome" | "attempts" | "retryAt"> & {
  readonly canRetry: boolean;
  /** How many milliseconds the server asks to wait. */
  readonly hintMs?: number | undefined;
};

const connectionNeverStood =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_\w+|CERT_\w+|(?:DEPTH_ZERO_)?SELF_SIGNED_\w+|UNABLE_TO_(?:GET_ISSUER|VERIFY)_\w+)$/;

const identifier = /^\w{1,60}$/;

/**
 * What may be passed on of an error that came from outside: its name and its code. Its message, its stack and
 * whatever else hangs on it can hold the request.
 */
function freshCause(error: unknown, key: string): Error & { code?: string } {
  const cause: Error & { code?: string } = new Error("");
  let inner = error;
  // fetch says why it failed in the cause of its error, or in the cause's cause.
  for (let depth = 0; depth < 4 && isObject(inner); depth += 1) {
    const { name, code, cause: next }: Record<string, unknown> = inner;
    if (typeof name === "string" && identifier.test(name)) cause.name = withoutKey(name, key);
    if (typeof code === "string" && identifier.test(code)) {
      cause.code = withoutKey(code, key);
      break;
    }
    inner = next;
  }
  return cause;
}

/** A connection that failed, before or during the answer. */
export function connectionFailure(error: unknown, key: string): Failure {
  const cause = freshCause(error, key);
  const neverStood = cause.code !== undefined && connectionNeverStood.test(cause.code);
  return { reason: neverStood ? "unreachable" : "connection_lost", cause, canRetry: true };
}
