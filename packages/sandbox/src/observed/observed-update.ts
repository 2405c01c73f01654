import { isPlainObject } from "@raze-contacts/schema";
import type { UpdateRequest } from "../answer-update.ts";
import { fail, succeed } from "../answers.ts";
import { applyUpdate, type ContactChange } from "../apply-update.ts";
import { readJson } from "../read-json.ts";
import { readUpdate } from "../read-update.ts";
import type { Observed } from "./observed.ts";
import { readUnvalidated } from "./read-unvalidated.ts";
import type { TagCatalogue } from "./tag-catalogue.ts";

type Read = { readonly ok: true; readonly update: ContactChange } | { readonly ok: false; readonly answer: Response };

/** The answer to all that the server did not see coming. */
export const internalError = (): Response => fail(500, "INTERNAL_ERROR", "Something went wrong.");

function readObserved(observed: Observed, { contentType, body }: UpdateRequest): Read {
  const json = readJson(contentType, body);
  if (json.ok && isPlainObject(json.value)) {
    const isEmpty = Object.keys(json.value).length === 0;
    if (isEmpty && observed.acceptsEmptyUpdate) return { ok: true, update: {} };
    if (!isEmpty && observed.skipsValidation) {
      const update = readUnvalidated(json.value);
      return update === undefined ? { ok: false, answer: internalError() } : { ok: true, update };
    }
  }
  return readUpdate(contentType, body);
}

/** The change that a valid update makes, and whether the server stumbles over its tags. */
function settle(observed: Observed, catalogue: TagCatalogue, { contact }: UpdateRequest, update: ContactChange) {
  const change = { ...update };
  for (const field of observed.ignoresFields ?? []) delete change[field];
  if (observed.customFields === "merged" && change.custom_fields) {
    change.custom_fields = { ...contact.custom_fields, ...change.custom_fields };
  }
  if (!observed.tagNamesWipeTags || !change.tags) return { change, stumbles: false };
  const names = change.tags.map((tag) => (typeof tag === "string" ? catalogue.nameOf(tag) : undefined));
  const known = names.filter((name) => name !== undefined);
  const stumbles = known.length < names.length;
  return { change: { ...change, tags: stumbles ? [] : known }, stumbles };
}

/** Answers an update as servers were seen to. */
export const observedUpdate =
  (observed: Observed, catalogue: TagCatalogue) =>
  (request: UpdateRequest): Response => {
    const read = readObserved(observed, request);
    if (!read.ok) return read.answer;
    const { change, stumbles } = settle(observed, catalogue, request, read.update);
    const updated = applyUpdate(request.contact, change, request.time);
    request.store(updated);
    return stumbles ? internalError() : succeed(updated);
  };
