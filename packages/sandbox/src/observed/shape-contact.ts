import { contactFieldNames, isPlainObject } from "@raze-contacts/schema";
import { readTimestamp } from "../timestamp.ts";
import type { Observed } from "./observed.ts";
import type { TagCatalogue } from "./tag-catalogue.ts";

/** A JSON object on its way out. */
export type Outgoing = { [key: string]: unknown; tags?: unknown };

const timestamps = ["created_at", "updated_at"];
const optionalKeys = [...contactFieldNames, "source", ...timestamps];

const spaced = (value: unknown): unknown => {
  const time = typeof value === "string" ? readTimestamp(value) : undefined;
  return time === undefined ? value : new Date(time).toISOString().replace("T", " ").replace("Z", "+00");
};

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isPlainObject(value) && Object.keys(value).length === 0);

const extras = { avatar_url: null, score: 0.5, owner: { id: 7, name: "Someone" }, activities: [] };

/** A contact in the forms in which servers were seen to return it. */
export function shapeContact(contact: Outgoing, observed: Observed, catalogue: TagCatalogue): Outgoing {
  const shaped: Outgoing = { ...contact, ...(observed.extraFields && extras) };
  if (observed.tagObjects && Array.isArray(shaped.tags)) {
    shaped.tags = shaped.tags.map((tag: unknown) => (typeof tag === "string" ? catalogue.objectFor(tag) : tag));
  }
  for (const key of timestamps) if (observed.spacedTimestamps) shaped[key] = spaced(shaped[key]);
  for (const key of optionalKeys) {
    if (observed.emptyFields === undefined || !isEmpty(shaped[key])) continue;
    if (observed.emptyFields === "null") shaped[key] = null;
    else delete shaped[key];
  }
  return shaped;
}
