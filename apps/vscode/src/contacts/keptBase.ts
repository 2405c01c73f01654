import type { Contact } from "@raze-contacts/schema";
import * as z from "zod/mini";
import { editableValues } from "./contactText.ts";
import { fieldValuesSchema } from "./fieldValues.ts";

const text = z.exactOptional(z.string());

/** Stored with the extension, so it is parsed when it is read back. */
export const keptBaseSchema = z.union([
  z.object({
    kind: z.literal("known"),
    values: fieldValuesSchema,
    facts: z.object({ source: text, created_at: text, updated_at: text }),
    /** False when the values come from the answer to an update, because the server will not show the contact. */
    isReadable: z.boolean(),
    /** The server keeps tags as objects; writing their names may wipe them. */
    hasTagObjects: z.boolean(),
  }),
  // The server would not show the contact: nothing is known of its values, and the person knows that.
  z.object({ kind: z.literal("unknown"), reason: z.string(), isForbidden: z.boolean() }),
]);

/** What a draft was started from: the contact's values when it was read, or the knowledge that they are unknown. */
export type KeptBase = z.output<typeof keptBaseSchema>;
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
