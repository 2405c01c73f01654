import * as z from "zod/mini";
import type { ContactField } from "./contact-update.ts";
import { isPlainObject, type JsonObject } from "./json-value.ts";

const looseText = z.nullish(z.string());
const timestamp = z.nullish(z.union([z.string(), z.number()]));

/**
 * A tag as some servers return it (seen, not documented): an object of which only `name` is required.
 *
 * @example tagObjectSchema.parse({ id: 7, name: "hot-lead" }).name // "hot-lead"
 */
export const tagObjectSchema = z.looseObject({
  id: z.nullish(z.union([z.string(), z.number()])),
  name: z.string(),
  color: looseText,
});

/**
 * A contact as a server returns it. Loose on purpose: only `id` is required, anything else may be null or missing,
 * tags come as strings or as `{ id, name, color }`, timestamps in any form (documented: ISO 8601 in UTC), and unknown
 * keys are kept. Source: the API's Get Contact page, and what servers were seen to answer.
 *
 * @example contactSchema.parse({ id: "cnt_abc123def456", phone: null }) // { id: "cnt_abc123def456", phone: null }
 */
export const contactSchema = z.looseObject({
  // Said to be pure, so that a bundle that does not use the schema is rid of it.
  id: /* @__PURE__ */ z.string().check(z.minLength(1)),
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
} satisfies Record<ContactField | "id" | "source" | "created_at" | "updated_at", z.core.$ZodType>);

/** A contact as a server returns it: what {@link contactSchema} gives. */
export type Contact = z.output<typeof contactSchema>;
/** A tag as some servers return it: what {@link tagObjectSchema} gives. */
export type TagObject = z.output<typeof tagObjectSchema>;
