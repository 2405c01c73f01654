import { type ContactField, isPlainObject, type JsonObject, type JsonValue } from "@raze-contacts/schema";
import * as v from "valibot";

const text = v.exactOptional(v.string());

/**
 * Values of the editable fields, in their types but not held to the contract's rules: what a server stores and what a
 * person is still typing has to be shown and kept too. An absent field is unknown, or is left alone by a draft.
 */
export const fieldValuesSchema = v.object({
  name: text,
  email: text,
  phone: text,
  company: text,
  position: text,
  linkedin_url: text,
  tags: v.exactOptional(v.array(v.string())),
  custom_fields: v.exactOptional(v.custom<JsonObject>(isPlainObject)),
} satisfies Record<ContactField, unknown>);
export type FieldValues = v.InferOutput<typeof fieldValuesSchema>;

/** The value of a custom field, and nothing that objects inherit. */
export const ownValue = (fields: JsonObject, name: string): JsonValue | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;
