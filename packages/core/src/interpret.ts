import type { RazeErrorReason } from "./error-reasons.ts";
import { type Exchange, isRedirect, type Request } from "./exchange.ts";
import { connectionFailure, type Failure } from "./failure.ts";
import { isObject, isText } from "./json-objects.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readCode, readRefusal } from "./refusal.ts";

/** One kind of call: what to send, how listeners hear of it, and how the JSON of its answer is read. */
export type Operation<Result extends object> = Request & {
  readonly path: "/contacts/:id" | "/contacts";
  /** The names of the fields that are sent. */
  readonly fields: readonly string[];
  /** Gives the result, or the reason why this is not the answer; names unreadable fields in `drift`. */
  readonly read: (answer: Record<string, unknown>, drift: Set<string>) => Result | RazeErrorReason;
};

/** What a readable answer holds. */
export type Reading<Result extends object> = { readonly result: Result; readonly drift: readonly string[] };

function parseJson(text: string | undefined): unknown {
  try {
    return text && JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Decides what an exchange means, by its status first: proxies answer with HTML, with nothing, or with half of it. */
export function interpret<Result extends object>(
  { limit, read }: Operation<Result>,
  { response, text, bytes, error }: Exchange,
  rateLimit: RateLimit | undefined,
  key: string,
  now: number,
): Reading<Result> | Failure {
  if (response === undefined) return connectionFailure(error, key);
  if (isRedirect(response)) return { reason: "redirected" };
  const body = parseJson(text);
  const { status } = response;
  if (status >= 400) return readRefusal(response, body, rateLimit, key, now);
  if (bytes > limit) return { reason: "body_too_large", params: { limit } };
  if (text === undefined) return { ...connectionFailure(error, key), reason: "connection_lost" };
  if (!text.trim()) return { reason: "body_missing" };
  if (body === undefined) return { reason: "not_json" };
  const answer: Record<string, unknown> = isObject(body) ? body : {};
  const { success } = answer;
  if (success === false) return { reason: "success_denied", code: readCode(body, key) };
  const drift = new Set<string>();
  const result = read(answer, drift);
  return isText(result) ? { reason: result } : { result, drift: [...drift] };
}
