import { contactSchema } from "@raze-contacts/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readContact } from "../src/read-contact.ts";
import { john } from "./support/server.ts";

const read = (data: unknown) => {
  const drift = new Set<string>();
  return { contact: readContact(data, drift), drift: [...drift] };
};

const value = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.array(
    fc.oneof(fc.string(), fc.integer(), fc.record({ name: fc.oneof(fc.string(), fc.integer()), id: fc.integer() })),
  ),
  fc.dictionary(fc.string(), fc.string(), { noNullPrototype: true }),
);
const names = [...Object.keys(contactSchema.shape), "extra"];
const answer = fc.dictionary(fc.constantFrom(...names), value, { noNullPrototype: true });

test("accepts what the schema accepts, and what is left after the drift is always acceptable", () => {
  fc.assert(
    fc.property(answer, (data) => {
      const { contact, drift } = read(data);
      const { id } = data;
      const usable = typeof id === "string" && id !== "";
      expect(contact !== undefined).toBe(usable);
      if (!usable) return;
      expect(drift.length === 0).toBe(contactSchema.safeParse(data).success);
      expect(contactSchema.safeParse(contact).success).toBe(true);
      const kept = Object.entries(data).filter(([name]) => !drift.includes(name));
      expect(contact).toEqual(Object.fromEntries(kept));
    }),
    { numRuns: 500 },
  );
});

test("keeps null, unknown fields, tag objects and any form of time", () => {
  const data = { ...john, phone: null, tags: [{ id: 1, name: "a", color: null, more: 1 }], created_at: 5, more: {} };
  expect(read(data)).toEqual({ contact: data, drift: [] });
});

test.each([
  ["name", 5],
  ["tags", "a,b"],
  ["tags", { 0: "a" }],
  ["tags", ["a", null]],
  ["tags", [{ id: 1 }]],
  ["tags", [{ id: {}, name: "a" }]],
  ["tags", [{ name: "a", color: 5 }]],
  ["custom_fields", []],
  ["custom_fields", "{}"],
  ["source", {}],
  ["updated_at", true],
])("leaves out %s when it is %j", (field, wrong) => {
  const { contact, drift } = read({ ...john, [field]: wrong });
  expect(drift).toEqual([field]);
  expect(Object.keys(contact ?? {})).not.toContain(field);
  expect(contact).toMatchObject({ id: john.id });
});

test("leaves out every field that is wrong", () => {
  const { contact, drift } = read({ id: "cnt_1", name: 5, phone: "1", tags: {} });
  expect(contact).toStrictEqual({ id: "cnt_1", phone: "1" });
  expect(drift).toEqual(["name", "tags"]);
});

test("leaves the answer itself as it is", () => {
  const data = Object.freeze({ ...john, phone: 5 });
  expect(read(data).drift).toEqual(["phone"]);
});

test("keeps a custom field called __proto__", () => {
  const data = JSON.parse(`{"id":"cnt_1","name":5,"custom_fields":{"__proto__":{"a":1}}}`);
  expect(JSON.stringify(read(data).contact)).toBe('{"id":"cnt_1","custom_fields":{"__proto__":{"a":1}}}');
});
