import { type FieldError, sentence } from "@raze-contacts/schema";
import type { RazeErrorReason } from "./error-reasons.ts";
import type { Failure } from "./failure.ts";
import { isObject } from "./json-objects.ts";
import { fieldErrorsWithoutKey, readText } from "./key-free.ts";
import { readRateLimit } from "./rate-limit.ts";
import { readRetryHint } from "./retry-hint.ts";

const passing = new Set([408, 429, 502, 503, 504]);
const mostFieldErrors = 100;

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

/** What holds code and message: the documented `error` object, or the answer itself in the form with a message alone. */
function readEnvelope(body: unknown): Record<string, unknown> | undefined {
  if (!isObject(body)) return undefined;
  const { success, error, message } = body;
  if (isObject(error)) return error;
  return success === false && typeof message === "string" ? body : undefined;
}

/** The server's own error code in an answer's JSON, without the key. */
export const readCode = (body: unknown, key: string): string | undefined => {
  const { code } = readEnvelope(body) ?? {};
  return readText(code, key);
};

function reasonOf(status: number, hasEnvelope: boolean, code: string | undefined): RazeErrorReason {
  if (status === 429) return "rate_limited";
  if (passing.has(status)) return "server_unavailable";
  if (status >= 500) return "server_failed";
  if (status === 401 && code === "EXPIRED_API_KEY") return "api_key_expired";
  return (hasEnvelope ? reasonByStatus[status] : undefined) ?? "not_the_api";
}

const serverError = (path: string[], words: unknown): FieldError => ({
  path,
  code: "server_refused",
  params: {},
  message: typeof words === "string" && words !== "" ? words : sentence("server_refused"),
  source: "server",
});

/** The server's words: by field as documented, or else the one message that it gives for all. */
function readFieldErrors({ details, message }: Record<string, unknown>): FieldError[] {
  const { fields } = isObject(details) ? details : {};
  if (!isObject(fields)) return typeof message === "string" ? [serverError([], message)] : [];
  return Object.entries(fields)
    .slice(0, mostFieldErrors)
    .map(([name, words]) => serverError(name.split("."), Array.isArray(words) ? words[0] : words));
}

/** Reads an answer with a status of 400 or more; `body` is its JSON, or undefined if there is none to read. */
export function readRefusal(status: number, headers: Headers, body: unknown, key: string, now: number): Failure {
  const envelope = readEnvelope(body);
  const { retry_after, required_permission } = envelope ?? {};
  const code = readCode(body, key);
  const reason = reasonOf(status, envelope !== undefined, code);
  const rateLimit = readRateLimit(headers);
  const resetAt = status === 429 ? rateLimit?.resetAt : undefined;
  const hintMs = readRetryHint(retry_after, headers, resetAt, now);
  const isAboutValues = reason === "values_refused" || reason === "collision";
  return {
    reason,
    params: { status },
    status,
    code,
    fieldErrors: envelope && isAboutValues ? fieldErrorsWithoutKey(readFieldErrors(envelope), key) : [],
    requiredPermission: readText(required_permission, key),
    rateLimit,
    hintMs,
    canRetry: passing.has(status) && (status !== 429 || hintMs !== undefined),
  };
}
