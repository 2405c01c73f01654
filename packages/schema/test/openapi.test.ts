import {
  contactFieldNames,
  contactSchema,
  contactUpdateJsonSchema,
  errorCodes,
  parseContactId,
} from "@raze-contacts/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import source from "../src/openapi.ts";
import { contactIdParameter, listParameters } from "../src/openapi-parameters.ts";
import { document, objectsIn, resolve } from "./support/document.ts";

const one = source.paths["/contacts/{id}"];
const calls = [
  { call: source.paths["/contacts"].get, permission: "contacts:read", errors: [400, 401, 403, 429, 500] },
  { call: one.get, permission: "contacts:read", errors: [400, 401, 403, 404, 429, 500] },
  { call: one.put, permission: "contacts:write", errors: [400, 401, 403, 404, 409, 429, 500] },
] as const;

test("the fields of the table, in its order, and no others can be changed", () => {
  const update = resolve("#/components/schemas/ContactUpdate");
  const { $schema: _, ...rules } = contactUpdateJsonSchema;
  expect(update).toMatchObject(JSON.parse(JSON.stringify(rules)));
  expect(Object.keys(Object(resolve("#/components/schemas/ContactUpdate/properties")))).toEqual(contactFieldNames);
});

test("a contact has the fields that are read, each described", () => {
  const properties = Object(resolve("#/components/schemas/Contact/properties"));
  expect(Object.keys(properties)).toEqual(Object.keys(contactSchema.shape));
  for (const property of Object.values(properties)) {
    expect(property).toMatchObject({ description: expect.stringMatching(/./), examples: [expect.anything()] });
  }
});

test("every schema is described, and so is every part of a pagination", () => {
  const words = { description: expect.stringMatching(/^\p{Lu}.*\.$/u) };
  for (const schema of Object.values(source.components.schemas)) expect(schema).toMatchObject(words);
  for (const part of ["page", "limit", "total", "total_pages"]) {
    expect(resolve(`#/components/schemas/Pagination/properties/${part}`)).toMatchObject(words);
  }
});

test("an update's description says what stays, what clears and what is replaced", () => {
  expect(resolve("#/components/schemas/ContactUpdate/description")).toMatch(/absent stays.*clear.*replaces/);
});

test.each(calls)(
  "$call.operationId names its permission and every way in which it can end",
  ({ call, permission, errors }) => {
    expect(call.description).toContain(`\`${permission}\``);
    expect(call.security).toEqual([{ apiKey: [permission] }]);
    expect(Object.keys(call.responses).map(Number)).toEqual([200, ...errors]);
  },
);

test("the key travels in a header", () => {
  expect(resolve("#/components/securitySchemes/apiKey")).toMatchObject({
    type: "apiKey",
    in: "header",
    name: "X-API-Key",
  });
});

test("every documented error code is the example of its status, and of no other", () => {
  for (const [status, codes] of Object.entries(errorCodes)) {
    const response = String(resolve(`#/paths/~1contacts~1{id}/put/responses/${status}/$ref`));
    const examples = Object(resolve(`${response}/content/application~1json/examples`));
    expect(Object.keys(examples)).toEqual(codes);
    for (const code of codes) {
      const error = { code, message: expect.stringMatching(/^\p{Lu}.{5,}/u) };
      expect(examples[code]).toMatchObject({ value: { success: false, error } });
    }
  }
});

test("the examples show the words for a field, and how long to wait", () => {
  const errorOf = (response: string, code: string) =>
    resolve(`#/components/responses/${response}/content/application~1json/examples/${code}/value/error`);
  expect(errorOf("BadRequest", "VALIDATION_ERROR")).toMatchObject({
    details: { fields: { email: expect.stringMatching(/./) } },
  });
  expect(errorOf("TooManyRequests", "RATE_LIMIT_EXCEEDED")).toMatchObject({ retry_after: 3600 });
});

test("every answer carries the rate limit", () => {
  const answers = [...objectsIn(document)].filter(({ value }) => "description" in value && "content" in value);
  expect(answers).toHaveLength(10);
  for (const { value } of answers) {
    expect(Object.keys(Object(value.headers))).toEqual([
      "X-RateLimit-Limit",
      "X-RateLimit-Remaining",
      "X-RateLimit-Reset",
    ]);
  }
  for (const { schema } of Object.values(source.components.headers)) {
    expect(schema).toEqual({ type: "integer", minimum: 0 });
  }
});

test("no $ref dangles, and every component is used", () => {
  const references = [...objectsIn(document)].flatMap(({ value }) =>
    typeof value.$ref === "string" ? [value.$ref] : [],
  );
  expect(references.filter((reference) => resolve(reference) === undefined)).toEqual([]);
  const components = (["schemas", "headers", "responses"] as const).flatMap((kind) =>
    Object.keys(source.components[kind]).map((name) => `#/components/${kind}/${name}`),
  );
  expect(new Set(references)).toEqual(new Set(components));
});

test("the list's query has its limits", () => {
  expect(listParameters.map(({ name }) => name).join(" ")).toBe(
    "page limit search company email source tags sort_by sort_order",
  );
  for (const parameter of listParameters) expect(parameter).toMatchObject({ in: "query", required: false });
  const limits = Object.fromEntries(listParameters.map(({ name, schema }) => [name, schema]));
  expect(limits).toMatchObject({
    page: { minimum: 1, default: 1 },
    limit: { minimum: 1, maximum: 100, default: 20 },
    sort_by: { default: "created_at" },
    sort_order: { default: "desc" },
  });
});

test("the id's pattern accepts what the rule accepts, and refuses what it refuses but for half a character", () => {
  const pattern = new RegExp(contactIdParameter.schema.pattern, "u");
  const id = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(".", "/", "\\", " ", "\n", "\u2028", "a") }),
  );
  fc.assert(
    fc.property(id, (text) => pattern.test(text) === parseContactId(text).ok),
    { numRuns: 200 },
  );
});
