import { contactFieldNames } from "@raze-contacts/schema";
import type { ContactValues } from "../../src/index.ts";

const tagName = (tag: unknown): unknown => (typeof tag === "object" && tag !== null && "name" in tag ? tag.name : tag);

/** Writes a contact down so that two that mean the same are equal: the equality of the documentation, said anew. */
export function canonical(contact: ContactValues): Record<string, unknown> {
  return Object.fromEntries(
    contactFieldNames.map((field) => {
      const value = contact[field];
      if (field === "tags") return [field, new Set((contact.tags ?? []).map(tagName))];
      return [field, value ?? (field === "custom_fields" ? {} : "")];
    }),
  );
}
