import type { Contact, ContactField } from "@raze-contacts/schema";
import { readTimestamp, writeTimestamp } from "./timestamp.ts";

/** New values for fields of a contact. */
export type ContactChange = Partial<Pick<Contact, ContactField>>;

/**
 * The contact after an update: only the fields that are present change, tags and custom fields are replaced whole,
 * and `updated_at` moves on even when the clock did not.
 */
export const applyUpdate = (contact: Contact, change: ContactChange, time: number): Contact => ({
  ...contact,
  ...change,
  updated_at: writeTimestamp(Math.max(time, (readTimestamp(contact.updated_at) ?? 0) + 1)),
});
