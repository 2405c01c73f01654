import { type ContactUpdate, type FieldError, parseContactUpdate } from "@raze-contacts/schema";
import { fail } from "./answers.ts";
import { readJson } from "./read-json.ts";
import type { RequestBody } from "./request-body.ts";

type Read = { readonly ok: true; readonly update: ContactUpdate } | { readonly ok: false; readonly answer: Response };

/** The sentences by field, as `details.fields` holds them: one text a field, however many faults it has. */
function fieldSentences(errors: readonly FieldError[]): Record<string, string> {
  const sentences = new Map<string, Set<string>>();
  for (const { path, message } of errors) {
    const field = String(path[0]);
    sentences.set(field, (sentences.get(field) ?? new Set()).add(message));
  }
  return Object.fromEntries([...sentences].map(([field, messages]) => [field, [...messages].join(" ")]));
}

function explain(errors: readonly FieldError[]): Response {
  const whole = errors.find(({ path }) => path.length === 0);
  return whole === undefined
    ? fail(400, "VALIDATION_ERROR", "Some fields are not valid.", { details: { fields: fieldSentences(errors) } })
    : fail(400, "VALIDATION_ERROR", whole.message);
}

/** Reads the body of a PUT: the update, or the answer that says why it is none. */
export function readUpdate(contentType: string | undefined, body: RequestBody): Read {
  const json = readJson(contentType, body);
  if (!json.ok) return json;
  const parsed = parseContactUpdate(json.value);
  return parsed.ok ? parsed : { ok: false, answer: explain(parsed.errors) };
}
