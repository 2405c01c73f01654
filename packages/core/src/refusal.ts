import { type FieldError, sentence } from "@raze-contacts/schema";
import type { RazeErrorReason } from "./error-reasons.ts";
import type { Failure } from "./failure.ts";
import { isObject, isText } from "./json-objects.ts";
import { fieldErrorsWithoutKey, readName } from "./key-free.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readRetryHint } from "./retry-hint.ts";

const reasonByStatus: Readonly<Record<number, RazeErrorReason>> = {
  400: "values_refused",
  401: "api_key_refused",
  403: "permission_missing",
  404: "contact_not_found",
  409: "collision",
  413: "values_refused",
  415: "values_refused",
  422: "values_refused",
};

/** What an error answer can say. */
type Envelope = {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly details?: unknown;
  readonly retry_after?: unknown;
  readonly required_permission?: unknown;
};

/** What holds code and message: the documented `error` object, or the answer itself if it has a message alone. */
function readEnvelope(body: unknown): Envelope | undefined {
  if (!isObject(body)) return undefined;
  const { success, error, message } = body;
  if (isObject(error)) return error;
  return success === false && isText(message) ? body : undefined;
}

/** The server's own error code in an answer's JSON, without the key. */
export const readCode = (body: unknown, key: string): string | undefined => readName(readEnvelope(body)?.code, key);

function reasonOf(status: number, envelope: object | undefined, code: string | undefined): RazeErrorReason {
  if (status === 429) return "rate_limited";
  if (status === 408 || (status >= 502 && status <= 504)) return "server_unavailable";
  if (status >= 500) return "server_failed";
  if (status === 401 && code === "EXPIRED_API_KEY") return "api_key_expired";
  return (envelope && reasonByStatus[status]) ?? "not_the_api";
}

const serverError = (path: readonly string[], words: unknown): FieldError => ({
  path,
  code: "server_refused",
  params: {},
  message: isText(words) ? words : sentence("server_refused"),
  source: "server",
});

/** The server's words: by field as documented, for a hundred at most, or else the one message that it gives for all. */
function readFieldErrors({ details, message }: Envelope, key: string): FieldError[] {
  const { fields } = isObject(details) ? details : {};
  const named = Object.entries(isObject(fields) ? fields : {});
  if (named.length === 0) return isText(message) ? [serverError([], message)] : [];
  return named.slice(0, 100).map(([name, words]) => {
    // Without the key first: one with dots would be left in pieces.
    const path = name.replaceAll(key, "…").split(".");
    return serverError(path, Array.isArray(words) ? words[0] : words);
  });
}

/** Reads an answer with a status of 400 or more; `body` is its JSON, or undefined if there is none to read. */
export function readRefusal(
  { status, headers }: Response,
  body: unknown,
  rateLimit: RateLimit | undefined,
  key: string,
  now: number,
): Failure {
  const envelope = readEnvelope(body);
  const { retry_after, required_permission } = envelope ?? {};
  const code = readCode(body, key);
  const reason = reasonOf(status, envelope, code);
  const hintMs = readRetryHint(retry_after, headers, status === 429 ? rateLimit?.resetAt : undefined, now);
  const isAboutValues = reason === "values_refused" || reason === "collision";
  return {
    reason,
    params: { status },
    code,
    fieldErrors: envelope && isAboutValues ? fieldErrorsWithoutKey(readFieldErrors(envelope, key), key) : [],
    requiredPermission: readName(required_permission, key),
    hintMs,
    // A refused call counts too, so there must be a word on when the next one will not be.
    canRetry: reason === "server_unavailable" || (reason === "rate_limited" && hintMs !== undefined),
  };
}
