import { contactSchema, tagObjectSchema } from "@raze-contacts/schema";
import { expect, test } from "vitest";

const documented = {
  id: "cnt_abc123def456",
  name: "John Doe",
  email: "john@example.com",
  phone: "+5511999999999",
  company: "Acme Inc",
  position: "VP of Engineering",
  source: "linkedin",
  linkedin_url: "https://linkedin.com/in/johndoe",
  tags: ["hot-lead", "enterprise"],
  custom_fields: {},
  created_at: "2024-01-15T10:30:00Z",
  updated_at: "2024-01-25T10:00:00Z",
};
const nulled = Object.fromEntries(Object.keys(documented).map((key) => [key, null]));

test.each<[string, unknown]>([
  ["the documented contact", documented],
  ["an id alone", { id: "1" }],
  ["a UUID", { id: "6f1c1f5e-5f0f-4a3e-9d0b-0d8f9f0a7c11" }],
  ["null everywhere", { ...nulled, id: "1" }],
  ["unknown fields", { ...documented, owner: { id: 1 }, score: 5, deleted_at: null }],
  [
    "tags as objects",
    {
      id: "1",
      tags: [
        { id: 7, name: "hot", color: "#f00" },
        { id: "u", name: "b", color: null },
      ],
    },
  ],
  ["tags as objects with a name alone, and extra keys", { id: "1", tags: [{ name: "a" }, { name: "b", order: 1 }] }],
  ["tags of both kinds", { id: "1", tags: ["a", { name: "b" }] }],
  ["timestamps of a database", { id: "1", created_at: "2024-01-25 10:00:00.123+00", updated_at: 1_706_176_800_000 }],
  ["values that an update would refuse", { id: "1", name: "", email: "none", linkedin_url: "x", tags: [""] }],
  ["nested custom fields", { id: "1", custom_fields: { a: [1, null, { b: true }] } }],
])("takes %s, and keeps all of it", (_, contact) => {
  expect(contactSchema.parse(contact)).toEqual(contact);
});

test("a __proto__ key in custom fields stays a plain key", () => {
  const { custom_fields } = contactSchema.parse(JSON.parse('{"id":"1","custom_fields":{"__proto__":{"a":1},"b":2}}'));
  expect(Object.keys(custom_fields ?? {})).toEqual(["__proto__", "b"]);
});

test.each<[string, unknown, PropertyKey[]]>([
  ["no id", {}, ["id"]],
  ["an empty id", { id: "" }, ["id"]],
  ["an id that is a number", { id: 5 }, ["id"]],
  ["a name that is a number", { id: "1", name: 5 }, ["name"]],
  ["tags that are text", { id: "1", tags: "a" }, ["tags"]],
  ["a tag object without a name", { id: "1", tags: ["a", { id: 1 }] }, ["tags", 1]],
  ["custom fields that are a list", { id: "1", custom_fields: [] }, ["custom_fields"]],
  ["a timestamp that is an object", { id: "1", updated_at: {} }, ["updated_at"]],
])("names the place of %s", (_, contact, path) => {
  expect(contactSchema.safeParse(contact).error?.issues.map((issue) => issue.path)).toEqual([path]);
});

test("a tag object keeps what it does not know", () => {
  expect(tagObjectSchema.parse({ name: "a", color: "red", size: 5 })).toEqual({ name: "a", color: "red", size: 5 });
});
