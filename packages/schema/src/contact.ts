import * as z from "zod/mini";
import { isPlainObject, type JsonObject } from "./json-value.ts";

const looseText = z.nullish(z.string());
const timestamp = z.nullish(z.union([z.string(), z.number()]));

/** A tag as some servers return it: an object with its name inside. */
export const tagObjectSchema = z.looseObject({
  id: z.nullish(z.union([z.string(), z.number()])),
  name: z.string(),
  color: looseText,
});

/**
 * A contact as a server returns it. Loose on purpose: only `id` is required, anything else may be null or missing,
 * tags come as strings or as `{ id, name, color }`, timestamps in any form, and unknown keys are kept.
 */
export const contactSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  name: looseText,
  email: looseText,
  phone: looseText,
  company: looseText,
  position: looseText,
  linkedin_url: looseText,
  tags: z.nullish(z.array(z.union([z.string(), tagObjectSchema]))),
  custom_fields: z.nullish(z.custom<JsonObject>(isPlainObject)),
  source: looseText,
  created_at: timestamp,
  updated_at: timestamp,
});

/** A contact as a server returns it. */
export type Contact = z.output<typeof contactSchema>;
/** A tag as some servers return it. */
export type TagObject = z.output<typeof tagObjectSchema>;
