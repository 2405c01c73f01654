import {
  contactFieldNames,
  contactFields,
  contactUpdateJsonSchema,
  contactUpdateSchema,
  parseContactUpdate,
} from "@raze-contacts/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";

const item = z.looseObject({ type: z.string(), pattern: z.optional(z.string()) });
const property = z.looseObject({ ...item.shape, items: z.optional(item) });
const properties = z.record(z.enum(contactFieldNames), property).parse(contactUpdateJsonSchema.properties);
// zod has no JSON Schema for our own checks, such as custom fields; all else it knows.
const zodSchema = z.toJSONSchema(contactUpdateSchema, { unrepresentable: "any" });

test("has the fields of the table, in its order, and no others", () => {
  expect(Object.keys(properties)).toEqual(contactFieldNames);
  expect(contactUpdateJsonSchema).toMatchObject({ type: "object", additionalProperties: false, minProperties: 1 });
});

test("agrees with the schema that parses", () => {
  expect(zodSchema).toMatchObject({ type: "object", additionalProperties: false });
  expect(zodSchema.required ?? []).toEqual([]);
  expect(Object.keys(zodSchema.properties ?? {})).toEqual(contactFieldNames);
  for (const field of contactFieldNames.filter((name) => name !== "custom_fields")) {
    const { type, items } = properties[field];
    expect(zodSchema.properties?.[field]).toMatchObject({ type, ...(items && { items: { type: items.type } }) });
  }
  expect(properties.custom_fields.type).toBe("object");
});

test.each(contactFieldNames)("%s is titled, described and has the table's example", (field) => {
  const { label, description, example } = contactFields[field];
  expect(properties[field]).toMatchObject({ title: label, description, examples: [example] });
});

test("is JSON", () => {
  expect(JSON.parse(JSON.stringify(contactUpdateJsonSchema))).toEqual(contactUpdateJsonSchema);
});

const patterns = {
  name: new RegExp(properties.name.pattern ?? "$^", "u"),
  tag: new RegExp(properties.tags.items?.pattern ?? "$^", "u"),
  linkedin_url: new RegExp(properties.linkedin_url.pattern ?? "$^", "u"),
};

test("its patterns accept whatever the rules accept", () => {
  const text = fc.string({ unit: "binary" });
  const url = fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constantFrom("", "HTTP://x"));
  fc.assert(
    fc.property(text, text, fc.oneof(url, text), (name, tag, linkedin_url) => {
      if (parseContactUpdate({ name }).ok) expect(name).toMatch(patterns.name);
      if (parseContactUpdate({ tags: [tag] }).ok) expect(tag).toMatch(patterns.tag);
      if (parseContactUpdate({ linkedin_url }).ok) expect(linkedin_url).toMatch(patterns.linkedin_url);
    }),
    { numRuns: 100 },
  );
});

test("its patterns refuse what is plainly wrong", () => {
  expect(" \t").not.toMatch(patterns.name);
  expect("").not.toMatch(patterns.tag);
  for (const address of ["linkedin.com", "https://", "ftp://x", "https://a b", " "]) {
    expect(address).not.toMatch(patterns.linkedin_url);
  }
});
