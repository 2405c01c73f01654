import type { JsonValue } from "@raze-contacts/schema";

/** A value read from one line of text, or why nobody can say what was meant. */
export type ReadText<Value> = { readonly kind: "value"; readonly value: Value } | { readonly kind: "unreadable" };

const parsed = (text: string): ReadText<JsonValue> => {
  try {
    return { kind: "value", value: JSON.parse(text) };
  } catch {
    return { kind: "unreadable" };
  }
};

// A tag in quotes, or anything up to the next comma.
const tagPattern = /\s*(?:("(?:[^"\\]|\\.)*")\s*|([^\s",][^,]*)?)(?:,|$)/y;

/** Tags on one line: commas between them, and double quotes (as in JSON) around a tag that needs them. */
export const tagsText = (tags: readonly string[]): string =>
  tags
    .map((tag) => (tag.trim() === tag && /^[^",\p{Cc}][^,\p{Cc}]*$/u.test(tag) ? tag : JSON.stringify(tag)))
    .join(", ");

/** Reads what {@link tagsText} writes. Nothing between two commas is no tag. */
export function readTags(text: string): ReadText<string[]> {
  const tags: string[] = [];
  for (let at = 0; at < text.length; ) {
    tagPattern.lastIndex = at;
    const match = tagPattern.exec(text);
    if (match === null) return { kind: "unreadable" };
    const [whole, quoted, plain = ""] = match;
    const read: ReadText<JsonValue> = quoted === undefined ? { kind: "value", value: plain.trim() } : parsed(quoted);
    if (read.kind === "unreadable") return read;
    if (typeof read.value === "string" && (read.value !== "" || quoted !== undefined)) tags.push(read.value);
    at += whole.length;
  }
  return { kind: "value", value: tags };
}

const lineBreak = /\r\n|[\r\n]/;

/** A text on one line, with ⏎ for each line break: a box of one line drops those without a word. */
export const lineText = (text: string): string => text.split(lineBreak).join("⏎");

/** Reads what {@link lineText} wrote of a text, and somebody has changed since; where it had no line break, ⏎ is ⏎. */
export function readLine(line: string, written: string): string {
  if (line === lineText(written)) return written;
  const [found = "⏎"] = lineBreak.exec(written) ?? [];
  return line.replaceAll("⏎", found);
}

/**
 * Reads the value of a custom field from one line: true, false, null, a number, a list or an object are what they
 * would be in JSON, anything else is text. Quotes make text of everything. A number that would not come back as it
 * was typed, such as 007, is text.
 */
export function readCustomValue(text: string): ReadText<JsonValue> {
  const word = text.trim();
  if (/^["[{]/.test(word)) return parsed(word);
  const isNumber = Number.isFinite(Number(word)) && String(Number(word)) === word;
  return isNumber || /^(?:true|false|null)$/.test(word) ? parsed(word) : { kind: "value", value: text };
}

/** The line that {@link readCustomValue} reads as this value. */
export function customValueText(value: JsonValue): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const read = readCustomValue(value);
  const isPlain = read.kind === "value" && read.value === value && !/^\s*$|\p{Cc}/u.test(value);
  return isPlain ? value : JSON.stringify(value);
}
