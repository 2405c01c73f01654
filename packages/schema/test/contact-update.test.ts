import { type ContactUpdate, contactUpdateSchema, parseContactUpdate } from "@raze-contacts/schema";
import { expect, expectTypeOf, test } from "vitest";

const faults = (value: unknown) => {
  const parsed = parseContactUpdate(value);
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.join(".")}: ${code}`);
};

test.each<[string, ContactUpdate]>([
  ["the vendor's own example", { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] }],
  [
    "all eight fields",
    {
      name: "John Doe",
      email: "john@example.com",
      phone: "+5511999999999",
      company: "Acme Inc",
      position: "CEO",
      linkedin_url: "https://linkedin.com/in/johndoe",
      tags: ["prospect"],
      custom_fields: { industry: "Technology" },
    },
  ],
  [
    "everything that can be cleared",
    { email: "", phone: "", company: "", position: "", linkedin_url: "", tags: [], custom_fields: {} },
  ],
  ["texts with spaces around them", { name: " John ", phone: " ", company: "\n" }],
  ["the same tag twice, in two cases, with spaces", { tags: ["a", "a", "A", " a "] }],
  ["a phone in any form", { phone: "ask at the desk, extension #12" }],
  ["very long texts", { name: "x".repeat(100_000), tags: ["y".repeat(100_000)] }],
  ["thousands of tags", { tags: Array.from({ length: 5000 }, (_, index) => `tag ${index}`) }],
])("accepts %s unchanged", (_, update) => {
  expect(parseContactUpdate(update)).toEqual({ ok: true, update });
});

test("a field that is undefined counts as absent", () => {
  expect(parseContactUpdate({ name: "John", email: undefined, tags: undefined, custom_fields: undefined })).toEqual({
    ok: true,
    update: { name: "John" },
  });
});

test("an object without a prototype is an object", () => {
  expect(faults(Object.assign(Object.create(null), { name: "John" }))).toEqual([]);
});

test.each([
  "http://x",
  "HTTPS://LINKEDIN.COM/in/JohnDoe",
  "https://linkedin.com/in/josé",
  "https://linkedin.com/in/%20?a=b#c",
  "https://[::1]:8080/",
  "https://例え.テスト/",
])("accepts the address %s", (linkedin_url) => {
  expect(faults({ linkedin_url })).toEqual([]);
});

test("an error says its place, its sentence and that it is ours, and does not repeat the value", () => {
  expect(parseContactUpdate({ tags: ["ok", ""], email: "secret" })).toEqual({
    ok: false,
    errors: [
      {
        path: ["email"],
        code: "email_at",
        params: {},
        message: "An email address needs exactly one @, like john@example.com.",
        source: "client",
      },
      { path: ["tags", 1], code: "tag_blank", params: {}, message: "A tag cannot be blank.", source: "client" },
    ],
  });
});

test("a plain parse of the schema speaks in the same words", () => {
  const result = contactUpdateSchema.safeParse({ name: 1, email: null, tags: "a", custom_fields: [], x: 1, y: 2 });
  expect(result.error?.issues.map(({ message }) => message)).toEqual([
    "This must be text.",
    'null is not allowed here. Leave the field out to keep it, or clear it with "", [] or {}.',
    "This must be a list.",
    "This must be an object with names and values.",
    "x, y is not a field that can be changed.",
  ]);
  expect(() => contactUpdateSchema.parse([])).toThrow("An update must be an object with the fields to change.");
  expect(() => contactUpdateSchema.parse({})).toThrow("The update is empty.");
});

test("the input is left as it was", () => {
  const update = Object.freeze({ tags: Object.freeze(["a"]), custom_fields: Object.freeze({ a: Object.freeze([1]) }) });
  expect(faults(update)).toEqual([]);
});

test("the type of an update", () => {
  expectTypeOf<ContactUpdate["name"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<ContactUpdate["tags"]>().toEqualTypeOf<string[] | undefined>();
  expectTypeOf<{ nickname: string }>().not.toExtend<ContactUpdate>();
  expectTypeOf<{ email: null }>().not.toExtend<ContactUpdate>();
});
