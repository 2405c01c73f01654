import {
  adviseContactUpdate,
  type ContactField,
  contactFieldNames,
  contactFields,
  type FieldInfo,
  isContactField,
  parseContactUpdate,
} from "@raze-contacts/schema";
import { expect, expectTypeOf, test } from "vitest";

test("the eight fields in the vendor's order", () => {
  expect(contactFieldNames).toEqual([
    "name",
    "email",
    "phone",
    "company",
    "position",
    "linkedin_url",
    "tags",
    "custom_fields",
  ]);
});

test("the compiler holds the table against the schema", () => {
  expectTypeOf<keyof typeof contactFields>().toEqualTypeOf<ContactField>();

  type Table = { readonly [Field in ContactField]-?: FieldInfo };
  const { name: _, ...withoutName } = contactFields;
  // @ts-expect-error a field of the schema is missing
  withoutName satisfies Table;
  // @ts-expect-error a field is not in the schema
  ({ ...contactFields, nickname: contactFields.name }) satisfies Table;
});

test.each(contactFieldNames)("%s: its example is valid, and nothing is to be said of it", (field) => {
  const update = { [field]: contactFields[field].example };
  const parsed = parseContactUpdate(update);
  expect(parsed).toEqual({ ok: true, update });
  expect(parsed.ok && adviseContactUpdate(parsed.update)).toEqual([]);
});

test.each(contactFieldNames)("%s is described in words", (field) => {
  const { label, description, input } = contactFields[field];
  expect(label).toMatch(/^\p{Lu}/u);
  expect(description.length).toBeGreaterThan(3);
  const example = contactFields[field].example;
  const isText = typeof example === "string";
  expect(isText).toBe(input !== "tags" && input !== "custom_fields");
});

test.each<[unknown, boolean]>([
  ["name", true],
  ["custom_fields", true],
  ["id", false],
  ["Name", false],
  ["", false],
  ["constructor", false],
  ["__proto__", false],
  [undefined, false],
  [["name"], false],
])("%o is a field: %s", (name, expected) => {
  expect(isContactField(name)).toBe(expected);
});
