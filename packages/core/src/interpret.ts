import type { RazeErrorReason } from "./error-reasons.ts";
import { type Exchange, isRedirect, type Request } from "./exchange.ts";
import { connectionFailure, type Failure } from "./failure.ts";
import { isObject } from "./json-objects.ts";
import { type RateLimit, readRateLimit } from "./rate-limit.ts";
import { readCode, readRefusal } from "./refusal.ts";

/** One kind of call: what to send, how listeners hear of it, and how the JSON of its answer is read. */
export type Operation<Result extends object> = Request & {
  readonly path: "/contacts/:id" | "/contacts";
  /** The names of the fields that are sent. */
  readonly fields: readonly string[];
  /** Gives the result, or the reason why this is not the answer; names unreadable fields in `drift`. */
  read(answer: Record<string, unknown>, drift: Set<string>): Result | RazeErrorReason;
};

/** A readable answer. */
export type Answer<Result extends object> = {
  readonly result: Result;
  readonly drift: readonly string[];
  readonly rateLimit: RateLimit | undefined;
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Decides what an exchange means, by its status first: proxies answer with HTML, with nothing, or with half of it. */
export function interpret<Result extends object>(
  operation: Operation<Result>,
  exchange: Exchange,
  key: string,
  now: number,
): Answer<Result> | Failure {
  const { response, text, error } = exchange;
  if (response === undefined) return connectionFailure(error, key);
  const { status, headers } = response;
  if (isRedirect(response)) return { reason: "redirected", status, canRetry: false };
  const body = text === undefined ? undefined : parseJson(text);
  if (status >= 400) return readRefusal(status, headers, body, key, now);

  const rateLimit = readRateLimit(headers);
  const unexpected = (reason: RazeErrorReason): Failure => ({
    reason,
    params: { status, limit: operation.limit },
    status,
    code: readCode(body, key),
    rateLimit,
    canRetry: false,
  });
  if (exchange.isTooLarge) return unexpected("body_too_large");
  if (text === undefined) return { ...connectionFailure(error, key), reason: "connection_lost", status, rateLimit };
  if (text.trim() === "") return unexpected("body_missing");
  if (body === undefined) return unexpected("not_json");
  const fields: { success?: unknown } & Record<string, unknown> = isObject(body) ? body : {};
  if (fields.success === false) return unexpected("success_denied");
  const drift = new Set<string>();
  const result = operation.read(fields, drift);
  return typeof result === "string" ? unexpected(result) : { result, drift: [...drift], rateLimit };
}
