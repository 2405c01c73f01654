import {
  contactListResponseSchema,
  contactResponseSchema,
  errorResponseSchema,
  parseContactUpdate,
} from "@raze-contacts/schema";
import { expect, test } from "vitest";
import * as z from "zod";
import source from "../src/openapi.ts";
import { document, objectsIn } from "./support/document.ts";

const definitions = JSON.stringify(source.components.schemas);

/** Reads a schema of the document back; its references become those of a JSON Schema that stands alone. */
function read(schema: unknown): z.ZodType {
  const alone = `{"$defs":${definitions},"allOf":[${JSON.stringify(schema)}]}`;
  return z.fromJSONSchema(JSON.parse(alone.replaceAll("#/components/schemas/", "#/$defs/")));
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

/** Every example with the schema that it stands beside, or in. */
const examples = [...objectsIn(document)].flatMap(({ place, value }): [string, unknown, unknown][] => {
  const { schema, example, examples: several } = value;
  if (Array.isArray(several)) return several.map((item, index) => [`${place}/examples/${index}`, value, item]);
  const named = isObject(several) ? Object.entries(several) : [];
  return [
    ...named.map(([name, { value: item }]): [string, unknown, unknown] => [`${place}/examples/${name}`, schema, item]),
    ...(example === undefined ? [] : [[`${place}/example`, schema, example] satisfies [string, unknown, unknown]]),
  ];
});

test.each(examples)("%s is valid", (_, schema, example) => {
  expect(read(schema).safeParse(example).error?.issues ?? []).toEqual([]);
});

test("requests, answers, errors, parameters, headers and fields have examples", () => {
  const kinds = [
    "requestBody",
    "responses/200",
    "components/responses",
    "parameters",
    "components/headers",
    "properties",
  ];
  for (const kind of kinds) expect(examples.map(([place]) => place).join("\n")).toContain(kind);
});

test.each<[string, object, unknown]>([
  ["an empty update", { $ref: "#/components/schemas/ContactUpdate" }, {}],
  ["an update of another field", { $ref: "#/components/schemas/ContactUpdate" }, { nickname: "J" }],
  ["an update with null", { $ref: "#/components/schemas/ContactUpdate" }, { name: null }],
  ["an answer without a contact", { $ref: "#/components/schemas/ContactResponse" }, { success: true }],
  ["an answer whose contact has no id", { $ref: "#/components/schemas/ContactResponse" }, { data: { name: "J" } }],
  [
    "an answer whose custom fields are a list",
    { $ref: "#/components/schemas/ContactResponse" },
    { data: { id: "1", custom_fields: [] } },
  ],
  ["a list that is none", { $ref: "#/components/schemas/ContactListResponse" }, { data: { contacts: {} } }],
  ["an error that is a success", { $ref: "#/components/schemas/ErrorResponse" }, { success: true, error: {} }],
])("the check of the examples refuses %s", (_, schema, value) => {
  expect(read(schema).safeParse(value).success).toBe(false);
});

const one = source.paths["/contacts/{id}"];

test("the update's example is the documented one, byte for byte", () => {
  expect(JSON.stringify(one.put.requestBody.content["application/json"].examples.documented.value)).toBe(
    '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}',
  );
  expect(JSON.stringify(one.put.responses[200].content["application/json"].examples.documented.value)).toBe(
    '{"success":true,"data":{"id":"cnt_abc123def456","name":"John Doe","email":"john@example.com",' +
      '"phone":"+5511999999999","company":"Acme Inc","position":"VP of Engineering","source":"linkedin",' +
      '"linkedin_url":"https://linkedin.com/in/johndoe","tags":["hot-lead","enterprise"],"custom_fields":{},' +
      '"created_at":"2024-01-15T10:30:00Z","updated_at":"2024-01-25T10:00:00Z"}}',
  );
});

test("the parsers take the examples too", () => {
  const answerOf = (call: typeof one.get | typeof one.put | (typeof source.paths)["/contacts"]["get"]) =>
    call.responses[200].content["application/json"].examples.documented.value;
  expect(parseContactUpdate(one.put.requestBody.content["application/json"].examples.documented.value).ok).toBe(true);
  for (const call of [one.get, one.put]) expect(contactResponseSchema.safeParse(answerOf(call)).success).toBe(true);
  expect(contactListResponseSchema.safeParse(answerOf(source.paths["/contacts"].get)).success).toBe(true);
  for (const { content } of Object.values(source.components.responses)) {
    for (const { value } of Object.values<{ value: unknown }>({ ...content["application/json"].examples })) {
      expect(errorResponseSchema.safeParse(value).success).toBe(true);
    }
  }
});
