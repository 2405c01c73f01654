import type { JsonObject, TagObject } from "@raze-contacts/schema";

/**
 * The eight fields of a contact as somebody knows them: a contact of an answer, an update and a stored copy all fit.
 *
 * Empty is written as `""`, `[]`, `{}` or null, or the field is missing.
 */
export type ContactValues = {
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly company?: string | null | undefined;
  readonly position?: string | null | undefined;
  readonly linkedin_url?: string | null | undefined;
  readonly tags?: readonly (string | TagObject)[] | null | undefined;
  readonly custom_fields?: JsonObject | null | undefined;
  readonly updated_at?: string | number | null | undefined;
};
