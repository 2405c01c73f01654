import { contactFieldNames } from "@raze-contacts/schema";
import { describe, expect, test } from "vitest";
import { editableValues, readContactText, textAdvice, textOf } from "../../src/contacts/document/contactText.ts";

const faultsOf = (text: string) =>
  readContactText(text).faults.map(({ span, message }) => [
    text.slice(span.offset, span.offset + span.length),
    message,
  ]);

describe("a contact as a document", () => {
  test("holds the eight fields in the table's order and nothing else", () => {
    const values = editableValues({ id: "cnt_1", name: "Ana", source: "linkedin", owner: 7, email: null });
    expect(Object.keys(values)).toEqual(contactFieldNames);
    expect(values).toMatchObject({ name: "Ana", email: "", phone: "", tags: [], custom_fields: {} });
  });

  test("leaves out a field that could not be read, since an empty one would look like its value", () => {
    expect(editableValues({ id: "cnt_1", name: "Ana" }, ["tags", "custom_fields"])).not.toHaveProperty("tags");
  });

  test("shows tag objects by their names", () => {
    expect(editableValues({ id: "cnt_1", tags: [{ id: 3, name: "vip", color: "red" }, "new"] }).tags).toEqual([
      "vip",
      "new",
    ]);
  });

  test("is an empty object while the values are unknown", () => {
    expect(textOf({ kind: "unknown" })).toBe("{}\n");
  });

  test("reads back what it wrote", () => {
    const values = editableValues({
      id: "cnt_1",
      name: "Zoë",
      tags: ["a"],
      custom_fields: { deep: { list: [1, null] } },
    });
    expect(readContactText(textOf({ kind: "known", values }))).toEqual({ kind: "values", values, faults: [] });
  });
});

describe("a document with faults", () => {
  test.each([
    ["", "broken"],
    ['{ "name": "Ana", }', "broken"],
    ['{ "name": "Ana" // no\n}', "broken"],
    ["[]", "broken"],
    ['{ "name": "Ana", "name": "Bea" }', "broken"],
    ['{ "custom_fields": { "a": 1, "a": 2 } }', "broken"],
    ['{ "name": "" }', "values"],
  ])("%s is %s", (text, kind) => {
    const read = readContactText(text);
    expect(read.kind).toBe(kind);
    expect(read.faults.length).toBeGreaterThan(0);
  });

  test("names a number whose digits would get lost, wherever it stands in a custom field", () => {
    const inexact = "This number would not arrive as it is. Use text.";
    const text = '{ "custom_fields": { "id": 9007199254740993, "ok": [9007199254740991, -0.5, { "n": -1e300 }] } }';
    expect(faultsOf(text)).toEqual([
      ["9007199254740993", inexact],
      ["-1e300", inexact],
    ]);
    expect(readContactText(text).faults.map(({ path }) => path)).toEqual([
      ["custom_fields", "id"],
      ["custom_fields", "ok", 2, "n"],
    ]);
  });

  test("names the second of two keys", () => {
    expect(faultsOf('{ "name": "A", "name": "B" }')).toEqual([['"name"', '"name" appears twice. Keep one of them.']]);
  });

  test("points at the key of an unknown field and at the value of a wrong one", () => {
    expect(faultsOf('{ "nickname": "J", "email": null, "tags": ["ok", " "] }')).toEqual([
      ["null", expect.stringContaining("null is not allowed here")],
      ['" "', "A tag cannot be blank."],
      ['"nickname"', "nickname is not a field that can be changed."],
    ]);
  });

  test("keeps the other fields' values", () => {
    expect(readContactText('{ "name": 5, "email": "a@b.co", "tags": "x" }')).toMatchObject({
      kind: "values",
      values: { email: "a@b.co" },
    });
  });
});

test("advice stands at its place, for the values it is asked for, and not beside a fault", () => {
  const text = '{ "phone": "555 0100", "linkedin_url": "https://example.com", "email": "a", "tags": ["a", "a"] }';
  const adviceFor = (values: object) =>
    textAdvice(text, values).map(({ span, message }) => [
      text.slice(span.offset, span.offset + span.length),
      message.split(" ").slice(0, 3).join(" "),
    ]);
  expect(adviceFor({ phone: "555 0100", email: "a" })).toEqual([['"555 0100"', "An international number"]]);
  expect(adviceFor({ linkedin_url: "https://example.com", tags: ["a", "a"] })).toEqual([
    ['"https://example.com"', "This address is"],
    ['"a"', "The tag a"],
  ]);
});
