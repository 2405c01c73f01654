import { registerSchema, validate } from "@hyperjump/json-schema/openapi-3-1";
import { expect, test } from "vitest";
import source from "../src/openapi.ts";

const dialect = "https://spec.openapis.org/oas/3.1/schema-base";
const address = "https://example.com/openapi.json";
const document = JSON.parse(JSON.stringify(source));

test("an independent validator takes the document, and the examples of its errors", async () => {
  expect((await validate(dialect, document)).valid).toBe(true);
  registerSchema(document, address, dialect);
  for (const [name, { content }] of Object.entries(source.components.responses)) {
    const schema = `${address}#/components/responses/${name}/content/application~1json/schema`;
    for (const { value } of Object.values<{ value: object }>({ ...content["application/json"].examples })) {
      expect((await validate(schema, JSON.parse(JSON.stringify(value)))).valid).toBe(true);
    }
    expect((await validate(schema, { success: true })).valid).toBe(false);
  }
});

test("it refuses a document that is none", async () => {
  expect((await validate(dialect, { ...document, paths: { contacts: 7 } })).valid).toBe(false);
});
