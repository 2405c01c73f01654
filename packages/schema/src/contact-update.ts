import * as z from "zod/mini";
import { emailRule, nameRule, tagRule, urlRule } from "./field-rules.ts";
import { fieldErrors, inWords, refuse } from "./issues.ts";
import { findJsonFaults, isPlainObject, type JsonObject } from "./json-value.ts";
import type { FieldError } from "./messages.ts";

// Whatever is made here is said to be pure, so that a bundle that does not use it is rid of it, and of zod.
const text = /* @__NO_SIDE_EFFECTS__ */ (...checks: z.core.CheckFn<string>[]) =>
  z.string({ error: inWords }).check(...checks);

/**
 * A tag: text that is not blank, of any length; spaces around it stay. Source: the API's Update Contact page.
 *
 * @example tagSchema.parse("hot-lead") // "hot-lead"
 */
export const tagSchema = text(refuse(tagRule));

/**
 * Custom fields: a plain object of JSON values, at most 32 levels deep and 10,000 values large. null is a value here.
 * The API's Update Contact page names no limits: these, {@link jsonLimits}, are ours.
 *
 * @example customFieldsSchema.parse({ industry: "Technology" }) // { industry: "Technology" }
 */
export const customFieldsSchema = /* @__PURE__ */ z
  .custom<JsonObject>(isPlainObject, { error: inWords })
  .check(refuse(findJsonFaults));

const fields = /* @__PURE__ */ z
  .strictObject(
    {
      name: z.optional(text(refuse(nameRule))),
      email: z.optional(text(refuse(emailRule))),
      phone: z.optional(text()),
      company: z.optional(text()),
      position: z.optional(text()),
      linkedin_url: z.optional(text(refuse(urlRule))),
      tags: z.optional(z.array(tagSchema, { error: inWords })),
      custom_fields: z.optional(customFieldsSchema),
    },
    { error: inWords },
  )
  .check(
    refuse((update, alreadyRefused) => {
      const isEmpty = Object.values(update).every((value) => value === undefined);
      return isEmpty && !alreadyRefused ? [{ code: "update_empty" }] : [];
    }),
  );

// To zod every object is an object: an Error would rename a contact to "TypeError".
const plainObject = z.custom<z.input<typeof fields>>(isPlainObject, {
  error: inWords,
  params: { code: "update_not_object", params: {} },
});

/**
 * The body of `PUT /external/v1/contacts/:id`: eight fields, each optional, at least one; nothing else.
 *
 * Only the fields that are present are changed; a field that is `undefined` counts as absent. `tags` and
 * `custom_fields` replace what is stored. Clearing is `""`, `[]`, `{}`; null is refused. Texts have no limit of
 * length. Source: the API's Update Contact page, which is silent on clearing and on limits.
 *
 * @example contactUpdateSchema.parse({ position: "CEO", tags: ["hot-lead"] }) // { position: "CEO", tags: ["hot-lead"] }
 */
export const contactUpdateSchema = z.pipe(plainObject, fields);

/** A change to a contact: any of the eight fields; what is absent stays. */
export type ContactUpdate = z.output<typeof contactUpdateSchema>;
/** The name of a field that can be changed. */
export type ContactField = keyof ContactUpdate;

/**
 * Reads an update from anything, without throwing: the update, or one error per fault with its place. No error
 * repeats the refused value.
 *
 * @example
 * const parsed = parseContactUpdate({ email: "john", tags: ["a", " "] });
 * parsed.ok ? [] : parsed.errors.map(({ path }) => path) // [["email"], ["tags", 1]]
 */
export function parseContactUpdate(
  value: unknown,
): { ok: true; update: ContactUpdate } | { ok: false; errors: FieldError[] } {
  const result = contactUpdateSchema.safeParse(value, { reportInput: true });
  return result.success ? { ok: true, update: result.data } : { ok: false, errors: fieldErrors(result.error.issues) };
}
