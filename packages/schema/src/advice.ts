import { contactFieldNames, contactFields, type FieldInfo } from "./contact-fields.ts";
import type { ContactUpdate } from "./contact-update.ts";
import { fieldError } from "./issues.ts";
import type { FieldError } from "./messages.ts";

const international = /^\+[1-9][\d\s().-]{5,}$/;

const isLinkedIn = (url: string): boolean => {
  const { hostname } = new URL(url);
  return hostname === "linkedin.com" || hostname.endsWith(".linkedin.com");
};

/**
 * What is allowed but worth a second look: a phone not in international form, a LinkedIn URL on another host,
 * doubled tags, a length in characters at which servers were seen to cut. Advice never blocks and never throws.
 *
 * @param update an update that {@link parseContactUpdate} has taken
 * @example adviseContactUpdate({ phone: "555 0100" }).map(({ code }) => code) // ["phone_not_international"]
 */
export function adviseContactUpdate(update: ContactUpdate): FieldError[] {
  const advice: FieldError[] = [];
  if (update.phone && !international.test(update.phone)) {
    advice.push(fieldError("phone_not_international", {}, ["phone"]));
  }
  if (update.linkedin_url && !isLinkedIn(update.linkedin_url)) {
    advice.push(fieldError("linkedin_other_host", {}, ["linkedin_url"]));
  }
  const seen = new Set<string>();
  for (const [index, tag] of (update.tags ?? []).entries()) {
    if (seen.has(tag)) advice.push(fieldError("tag_doubled", { tag }, ["tags", index]));
    seen.add(tag);
  }
  for (const field of contactFieldNames) {
    const { lengthSeen: limit = Number.POSITIVE_INFINITY }: FieldInfo = contactFields[field];
    const value = update[field];
    const texts: [readonly (string | number)[], unknown][] = Array.isArray(value)
      ? value.map((item, index) => [[field, index], item])
      : [[[field], value]];
    for (const [path, item] of texts) {
      const length = typeof item === "string" ? Array.from(item).length : 0;
      if (length > limit) advice.push(fieldError("longer_than_seen", { limit, length }, path));
    }
  }
  return advice;
}
