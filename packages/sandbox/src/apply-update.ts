import type { Contact, ContactUpdate } from "@raze-contacts/schema";
import { readTimestamp, writeTimestamp } from "./timestamp.ts";

/**
 * The contact after an update: only the fields that are present change, tags and custom fields are replaced whole,
 * and `updated_at` moves on even when the clock did not.
 */
export const applyUpdate = (contact: Contact, update: ContactUpdate, time: number): Contact => ({
  ...contact,
  ...update,
  updated_at: writeTimestamp(Math.max(time, (readTimestamp(contact.updated_at) ?? 0) + 1)),
});
