import { type ContactField, isPlainObject, type JsonObject } from "@raze-contacts/schema";
import * as z from "zod/mini";

const text = z.exactOptional(z.string());

/**
 * Values of the editable fields, in their types but not held to the contract's rules: what a server stores and what a
 * person is still typing has to be shown and kept too. An absent field is unknown, or is left alone by a draft.
 */
export const fieldValuesSchema = z.object({
  name: text,
  email: text,
  phone: text,
  company: text,
  position: text,
  linkedin_url: text,
  tags: z.exactOptional(z.array(z.string())),
  custom_fields: z.exactOptional(z.custom<JsonObject>(isPlainObject)),
} satisfies Record<ContactField, unknown>);
export type FieldValues = z.output<typeof fieldValuesSchema>;
