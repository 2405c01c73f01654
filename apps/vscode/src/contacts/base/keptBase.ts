import type { Contact } from "@raze-contacts/schema";
import * as v from "valibot";
import { editableValues } from "../document/contactText.ts";
import { fieldValuesSchema } from "../document/fieldValues.ts";

const text = v.exactOptional(v.string());

/** Stored with the extension, so it is parsed when it is read back. */
export const keptBaseSchema = v.union([
  v.object({
    kind: v.literal("known"),
    values: fieldValuesSchema,
    facts: v.object({ source: text, created_at: text, updated_at: text }),
    /** False when the values come from the answer to an update, because the server will not show the contact. */
    isReadable: v.boolean(),
    /** The server keeps tags as objects; writing their names may wipe them. */
    hasTagObjects: v.boolean(),
  }),
  // The server would not show the contact: nothing is known of its values, and the person knows that.
  v.object({ kind: v.literal("unknown"), reason: v.string(), isForbidden: v.boolean() }),
]);

/** What a draft was started from: the contact's values when it was read, or the knowledge that they are unknown. */
export type KeptBase = v.InferOutput<typeof keptBaseSchema>;
/** A base with values. */
export type KnownBase = Extract<KeptBase, { kind: "known" }>;

/** A contact from an answer, as the base of a draft. */
export function knownBase(contact: Contact, drift: readonly string[], isReadable: boolean): KnownBase {
  const { source, created_at, updated_at } = contact;
  const facts = Object.entries({ source, created_at, updated_at }).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as const],
  );
  return {
    kind: "known",
    values: editableValues(contact, drift),
    facts: Object.fromEntries(facts),
    isReadable,
    hasTagObjects: contact.tags?.some((tag) => typeof tag !== "string") ?? false,
  };
}
