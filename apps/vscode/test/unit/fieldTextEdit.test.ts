import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldTextEdit, replacementBetween, type TextReplacement } from "../../src/contacts/document/fieldTextEdit.ts";

function edited(
  text: string,
  ...[field, value]: [Parameters<typeof fieldTextEdit>[1], Parameters<typeof fieldTextEdit>[2]]
) {
  const edit = fieldTextEdit(text, field, value);
  return edit && text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
}

test("replaces only the characters that differ", () => {
  const text = '{\n  "name": "John Doe",\n  "position": "CEO"\n}\n';
  expect(fieldTextEdit(text, "name", "John Roe")).toEqual({ offset: text.indexOf("Doe"), length: 1, text: "R" });
});

test("changes nothing when the text already says so", () => {
  expect(fieldTextEdit('{ "name": "A" }', "name", "A")).toBeUndefined();
});

test("keeps a person's own layout of the rest", () => {
  expect(edited('{"name":"A",   "tags":["x"]}', "name", "B")).toBe('{"name":"B",   "tags":["x"]}');
});

test("puts a new field where the field table has it", () => {
  expect(edited('{\n  "name": "A",\n  "tags": []\n}\n', "email", "a@b.co")).toBe(
    '{\n  "name": "A",\n  "email": "a@b.co",\n  "tags": []\n}\n',
  );
});

test("starts an empty document", () => {
  expect(JSON.parse(edited("{}\n", "tags", ["a"]) ?? "")).toEqual({ tags: ["a"] });
});

test("takes a field out", () => {
  expect(JSON.parse(edited('{\n  "name": "A",\n  "email": ""\n}\n', "email", undefined) ?? "")).toEqual({ name: "A" });
});

test("survives a text of repeated characters", () => {
  expect(edited('{"name":"aaaa"}', "name", "aaaaaa")).toBe('{"name":"aaaaaa"}');
  expect(edited('{"name":"aaaa"}', "name", "aa")).toBe('{"name":"aa"}');
});

const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** What an edit takes out, and what it leaves on both sides. */
function cut(text: string, edit: TextReplacement) {
  const end = edit.offset + edit.length;
  return { before: text.slice(0, edit.offset), out: text.slice(edit.offset, end), after: text.slice(end) };
}

test.each([
  ["begin alike", '["🔥 hot", "🔴 risk"]', '["🔴 risk"]'],
  ["end alike", '"\u{1F600}"', '"\u{1FA00}"'],
  ["follow each other", '"😀"', '"😀😁"'],
])("replaces whole characters where two of them %s", (_, before, after) => {
  const edit = replacementBetween(before, after);
  expect([edit?.text, edit && cut(before, edit).out]).toSatisfy((parts: string[]) => parts.every(isWhole));
});

test("makes one text of another without ever cutting a character in two", () => {
  // Some share their first half, some their second.
  const character = fc.constantFrom("\u{1F600}", "\u{1F601}", "\u{1F534}", "\u{1FA00}", "\u{10600}", "a", '"');
  const text = fc.string({ unit: fc.oneof(character, fc.string({ unit: "binary", minLength: 1, maxLength: 1 })) });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = replacementBetween(before, after);
      if (edit === undefined) return before === after;
      const parts = cut(before, edit);
      const areWhole = [...Object.values(parts), edit.text].every(isWhole);
      return areWhole && parts.before + edit.text + parts.after === after;
    }),
    { numRuns: 1_000 },
  );
});
