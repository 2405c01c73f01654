import { type ContactField, type ContactUpdate, contactFieldNames } from "@raze-contacts/schema";
import type { ContactValues } from "./contact-values.ts";
import { sameValue } from "./field-equality.ts";

/** A field that was sent and did not come back as sent. */
export type UnappliedField = {
  [Field in ContactField]: {
    readonly field: Field;
    readonly sent: Exclude<ContactUpdate[Field], undefined>;
    /** What the answer holds instead; undefined if it holds nothing or nothing readable. */
    readonly returned: ContactValues[Field];
  };
}[ContactField];

/**
 * The fields of an update that the answer does not confirm. Servers were seen to answer 200 and to ignore fields;
 * only this comparison shows it.
 *
 * A sent empty value counts as applied when the field comes back empty, null or not at all.
 *
 * @param unknown fields that the answer held in a form that could not be read: an update's `drift`
 *
 * @example
 * findUnapplied({ position: "CTO" }, { position: "CEO" }) // [{ field: "position", sent: "CTO", returned: "CEO" }]
 */
export function findUnapplied(
  update: ContactUpdate,
  answer: ContactValues,
  unknown: readonly string[] = [],
): UnappliedField[] {
  const unapplied: { field: ContactField; sent: unknown; returned: unknown }[] = [];
  for (const field of contactFieldNames) {
    const sent = update[field];
    if (sent === undefined) continue;
    const returned = answer[field];
    if (unknown.includes(field) || !sameValue(field, sent, returned)) unapplied.push({ field, sent, returned });
  }
  // `sent` and `returned` were read from `field` itself; the compiler loses that pairing in a loop.
  return unapplied as UnappliedField[];
}
