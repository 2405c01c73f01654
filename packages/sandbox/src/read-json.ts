import { fail } from "./answers.ts";
import type { RequestBody } from "./request-body.ts";

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly answer: Response };

const refuse = (answer: Response): Read => ({ ok: false, answer });

const isJson = (contentType: string | undefined): boolean => /^application\/json\s*(;|$)/i.test(contentType ?? "");

/** Reads a body as JSON: the value, or the answer that says why there is none. */
export function readJson(contentType: string | undefined, body: RequestBody): Read {
  if (!isJson(contentType)) {
    return refuse(fail(415, "UNSUPPORTED_MEDIA_TYPE", "The header Content-Type must be application/json."));
  }
  if (body.kind === "too_large") return refuse(fail(413, "PAYLOAD_TOO_LARGE", "The body is larger than 1 MiB."));
  if (body.kind === "not_utf8") return refuse(fail(400, "VALIDATION_ERROR", "The body is not UTF-8 text."));
  try {
    return { ok: true, value: JSON.parse(body.text) };
  } catch {
    return refuse(fail(400, "VALIDATION_ERROR", "The body is not JSON."));
  }
}
