import { contactFieldNames, contactFields, type FieldInput } from "./contact-fields.ts";
import type { JsonObject } from "./json-value.ts";

// What the rules say that JSON Schema can say too. Its `format` is left out: validators read it more strictly than
// the contract (no "", ASCII addresses only), and the finer rules have words of their own in parseContactUpdate.
const typeOf: Readonly<Record<FieldInput, JsonObject>> = {
  text: { type: "string" },
  email: { type: "string" },
  phone: { type: "string" },
  url: { type: "string", pattern: "^([Hh][Tt][Tt][Pp][Ss]?://\\S+)?$" },
  tags: { type: "array", items: { type: "string", pattern: "\\S" } },
  custom_fields: { type: "object" },
};

const properties = (): JsonObject =>
  Object.fromEntries(
    contactFieldNames.map((field) => {
      const { label, description, input, example } = contactFields[field];
      const rule = field === "name" ? { pattern: "\\S" } : {};
      return [field, { title: label, description, ...typeOf[input], ...rule, examples: [example] }];
    }),
  );

/**
 * The update as JSON Schema (draft 2020-12), for completion and hover in editors and for other languages.
 * Coarser than {@link parseContactUpdate}: it accepts all that the rules accept, and a little more.
 * Source: made from {@link contactFields}.
 *
 * @example contactUpdateJsonSchema.minProperties // 1
 */
export const contactUpdateJsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "GetRaze contact update",
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  // Said to be pure, so that a bundle that does not use the schema is rid of it.
  properties: /* @__PURE__ */ properties(),
} as const satisfies JsonObject;
