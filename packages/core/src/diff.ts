import { type Contact, type ContactField, type ContactUpdate, contactFieldNames } from "@raze-contacts/schema";
import type { ContactValues } from "./contact-values.ts";
import { emptyValue, sameValue, tagName } from "./field-equality.ts";

/** A field's value in the form that an update sends: nothing as the empty value, tags as names. */
const sendable = (field: ContactField, value: unknown): unknown => {
  const sent = value ?? emptyValue(field);
  return field === "tags" && Array.isArray(sent) ? sent.map(tagName) : sent;
};

/** {@link diffContact}, where the base's value of some fields is not known: those are sent if they are present. */
export function diffKnown(
  base: ContactValues | undefined,
  edited: ContactValues,
  isUnknown: (field: ContactField) => boolean,
): ContactUpdate {
  const update: Partial<Record<ContactField, unknown>> = {};
  for (const field of contactFieldNames) {
    const value = edited[field];
    if (value === undefined) continue;
    if (base === undefined || isUnknown(field) || !sameValue(field, base[field], value)) {
      update[field] = sendable(field, value);
    }
  }
  // Each value came from its own field of `edited`; the compiler loses that pairing in a loop.
  return update as ContactUpdate;
}

/**
 * The smallest update that turns `base` into `edited`.
 *
 * Null, missing and the empty value are alike; tags are compared as a set, custom fields without regard to the order
 * of their keys and sent whole, because a server may replace them. A field that `edited` leaves out stays as it is.
 * Values are not checked here: `update` does that before it sends.
 *
 * @param base what the contact was; undefined if that is unknown: then all that `edited` holds is in the update
 * @param edited what it should be; any of the eight fields, others are ignored
 * @returns `{}` if there is no change
 *
 * @example
 * diffContact(contact, { ...contact, position: "VP of Engineering" }) // { position: "VP of Engineering" }
 */
export function diffContact(base: ContactValues | undefined, edited: ContactValues): ContactUpdate {
  return diffKnown(base, edited, () => false);
}

/**
 * The contact with an update laid over it, as a server that keeps to its documentation would store it.
 *
 * @example applyUpdate({ name: "John Doe" }, { position: "CEO" }) // { name: "John Doe", position: "CEO" }
 */
export function applyUpdate(contact: Contact, update: ContactUpdate): Contact;
export function applyUpdate(contact: ContactValues, update: ContactUpdate): ContactValues;
export function applyUpdate(contact: ContactValues, update: ContactUpdate): ContactValues {
  return { ...contact, ...diffContact(undefined, update) };
}
