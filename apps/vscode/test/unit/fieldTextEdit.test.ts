import { expect, test } from "vitest";
import { fieldTextEdit } from "../../src/contacts/fieldTextEdit.ts";

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
