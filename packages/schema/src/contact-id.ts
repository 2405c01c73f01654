import * as z from "zod/mini";
import { fieldErrors, inWords, refuse } from "./issues.ts";
import type { FieldError, MessageCode } from "./messages.ts";

function faultOf(id: string): MessageCode | undefined {
  if (id.trim() === "") return "contact_id_blank";
  if (id === "." || id === "..") return "contact_id_dots";
  if (/[/\\]/.test(id)) return "contact_id_slash";
  if (/\p{Cc}/u.test(id)) return "contact_id_control";
  if (/\p{Cs}/u.test(id)) return "contact_id_surrogate";
  return undefined;
}

/**
 * A contact's unique identifier, like `cnt_abc123def456`; some servers use UUIDs.
 *
 * Refused is only what could make a call reach another address than a contact's: blank text, dot segments,
 * slashes, control characters, half a surrogate pair. There is no limit of length. Whoever calls the API
 * percent-encodes it. Source: the path parameter `id` of the API's Update Contact page.
 *
 * @example contactIdSchema.safeParse("../keys").success // false
 */
// Said to be pure, so that a bundle that does not use the schema is rid of it.
export const contactIdSchema = /* @__PURE__ */ z
  .string({ error: inWords })
  .check(
    refuse((id) => {
      const code = faultOf(id);
      return code === undefined ? [] : [{ code }];
    }),
  )
  .brand<"ContactId">();

/** A contact id that has passed {@link contactIdSchema}. */
export type ContactId = z.output<typeof contactIdSchema>;

/**
 * Reads a contact id from anything, without throwing: the id, or the fault as a code and a sentence.
 *
 * @example
 * const parsed = parseContactId("a/b");
 * parsed.ok ? parsed.id : parsed.error.code // "contact_id_slash"
 */
export function parseContactId(value: unknown): { ok: true; id: ContactId } | { ok: false; error: FieldError } {
  const result = contactIdSchema.safeParse(value);
  if (result.success) return { ok: true, id: result.data };
  const [error] = fieldErrors(result.error.issues);
  // A failed parse has an issue; zod's type does not say so.
  if (error === undefined) throw new TypeError("a failed parse without an issue");
  return { ok: false, error };
}
