import type { Contact } from "@raze-contacts/schema";

/** The milliseconds that a contact's timestamp stands for; nothing when it is missing or unreadable. */
export function readTimestamp(value: Contact["created_at"]): number | undefined {
  const time = value ? new Date(value).getTime() : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** A timestamp as the vendor's examples have it: no fraction for a whole second. */
export const writeTimestamp = (time: number): string => new Date(time).toISOString().replace(".000Z", "Z");
