import type { Contact, ContactUpdate } from "@raze-contacts/schema";

const toTime = (value: Contact["updated_at"]): number => {
  const time = new Date(value ?? 0).getTime();
  return Number.isNaN(time) ? 0 : time;
};

/** The vendor's examples have whole seconds and no fraction. */
const format = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");

/**
 * The contact after an update: only the fields that are present change, tags and custom fields are replaced whole,
 * and `updated_at` moves on even when the clock did not.
 */
export const applyUpdate = (contact: Contact, update: ContactUpdate, time: number): Contact => ({
  ...contact,
  ...update,
  updated_at: format(Math.max(time, toTime(contact.updated_at) + 1)),
});
