import { type ContactField, contactFieldNames, type JsonValue } from "@raze-contacts/schema";
import { applyEdits, modify } from "jsonc-parser";
import type { Span } from "./contactText.ts";

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: "\n" };
const order: readonly string[] = contactFieldNames;

/** One replacement in a text. */
export type TextReplacement = Span & { readonly text: string };

/**
 * The smallest single replacement that sets a field of a contact's document, or takes it out (`undefined`).
 * Undefined when the text already says so. Everything a person typed elsewhere in the text stays as it is.
 */
export function fieldTextEdit(
  text: string,
  field: ContactField,
  value: JsonValue | undefined,
): TextReplacement | undefined {
  const edits = modify(text, [field], value, {
    formattingOptions,
    getInsertionIndex: (present) => {
      const later = present.findIndex((name) => order.indexOf(name) > order.indexOf(field));
      return later === -1 ? present.length : later;
    },
  });
  return replacementBetween(text, applyEdits(text, edits));
}

const isFirstHalf = (unit = "") => /[\uD800-\uDBFF]/.test(unit);
const isSecondHalf = (unit = "") => /[\uDC00-\uDFFF]/.test(unit);

/**
 * The smallest single replacement that makes one text of another; undefined when they are the same. It cuts no
 * character in two: VS Code would take both halves out, and put in what was meant for one.
 */
export function replacementBetween(before: string, after: string): TextReplacement | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (isFirstHalf(before[start - 1])) start -= 1;
  if (end > 0 && isSecondHalf(before.at(-end))) end -= 1;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}
