import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, type ContactValues, diffContact } from "../src/index.ts";
import { someFields, wholeContact } from "./support/arbitraries.ts";
import { canonical } from "./support/equality.ts";

describe("laws", () => {
  test("a difference, applied, gives what was edited", () => {
    fc.assert(
      fc.property(wholeContact, someFields, (base, edited) => {
        const applied = applyUpdate(base, diffContact(base, edited));
        expect(canonical(applied)).toEqual(canonical({ ...base, ...edited }));
      }),
    );
  });

  test("nothing differs from itself", () => {
    fc.assert(
      fc.property(someFields, (contact) => {
        expect(diffContact(contact, structuredClone(contact))).toEqual({});
      }),
    );
  });

  test("a field that means something else is in the difference, and no other is", () => {
    fc.assert(
      fc.property(wholeContact, wholeContact, (base, edited) => {
        const [before, after] = [canonical(base), canonical(edited)];
        const changed = Object.keys(before).filter((field) => !isDeepStrictEqual(before[field], after[field]));
        expect(Object.keys(diffContact(base, edited))).toEqual(changed);
      }),
    );
  });
});

test.each<[string, ContactValues, ContactValues]>([
  ["null and missing", { name: null }, {}],
  ["null and empty text", { phone: null }, { phone: "" }],
  ["missing and empty text", {}, { email: "" }],
  ["null tags and none", { tags: null }, { tags: [] }],
  ["missing custom fields and none", {}, { custom_fields: {} }],
  ["tags in another order", { tags: ["a", "b"] }, { tags: ["b", "a"] }],
  ["a tag doubled", { tags: ["a"] }, { tags: ["a", "a"] }],
  ["tags as objects and by name", { tags: [{ id: 1, name: "a" }] }, { tags: ["a"] }],
  [
    "custom fields in another order",
    { custom_fields: { a: 1, b: { c: 1, d: 2 } } },
    { custom_fields: { b: { d: 2, c: 1 }, a: 1 } },
  ],
])("%s are alike", (_, base, edited) => {
  expect(diffContact(base, edited)).toEqual({});
});

test.each<[string, ContactValues, ContactValues]>([
  ["white space", { name: "John" }, { name: "John " }],
  ["case", { email: "A@x.io" }, { email: "a@x.io" }],
  ["null in custom fields and nothing", { custom_fields: { a: null } }, { custom_fields: {} }],
  ["the order of a list in custom fields", { custom_fields: { a: [1, 2] } }, { custom_fields: { a: [2, 1] } }],
  ["a list that is longer", { custom_fields: { a: [1] } }, { custom_fields: { a: [1, 2] } }],
  ["a list that is shorter", { custom_fields: { a: [1, 2] } }, { custom_fields: { a: [1] } }],
  ["a key called __proto__", { custom_fields: JSON.parse('{"__proto__": {}}') }, { custom_fields: { a: {} } }],
  ["a list and an object", { custom_fields: { a: [] } }, { custom_fields: { a: {} } }],
  ["a number and its text", { custom_fields: { a: 1 } }, { custom_fields: { a: "1" } }],
])("%s is a change", (_, base, edited) => {
  expect(diffContact(base, edited)).toEqual(edited);
});

test("clearing is sent as the empty value", () => {
  const base = { name: "J", tags: ["a"], custom_fields: { a: 1 } };
  expect(diffContact(base, { name: null, tags: null, custom_fields: null })).toEqual({
    name: "",
    tags: [],
    custom_fields: {},
  });
});

test("custom fields are sent whole, tags as names", () => {
  const base = { custom_fields: { a: 1, b: 2 }, tags: [{ name: "x" }] };
  const edited = { custom_fields: { a: 1, b: 3 }, tags: [{ name: "x" }, "y"] };
  expect(diffContact(base, edited)).toEqual({ custom_fields: { a: 1, b: 3 }, tags: ["x", "y"] });
});

test("lists are sets of names in tags alone", () => {
  const list = (...items: unknown[]) => ({ custom_fields: items }) as unknown as ContactValues; // an untyped caller's
  expect(diffContact(list(1, 2), list(2, 1))).toEqual(list(2, 1));
  expect(diffContact({}, list({ name: "a" }))).toEqual(list({ name: "a" }));
});

test("over an unknown base, all that is there is sent", () => {
  expect(diffContact(undefined, { name: "", phone: undefined, tags: [] })).toEqual({ name: "", tags: [] });
});

test("a field of null is left as it is by an update that does not have it", () => {
  expect(applyUpdate({ name: null, phone: "1" }, { phone: "2", name: undefined })).toEqual({ name: null, phone: "2" });
});

test("values deeper than the stack reaches are compared", () => {
  const deep = () => JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
  expect(diffContact({ custom_fields: { deep: deep() } }, { custom_fields: { deep: deep() } })).toEqual({});
});

test("values of a wrong type are a change, for the schema to refuse in words", () => {
  const wrong = { name: 5, tags: "a", custom_fields: [] } as unknown as ContactValues; // what an untyped caller may give
  expect(diffContact({ name: "J", tags: ["a"], custom_fields: {} }, wrong)).toEqual(wrong);
});
