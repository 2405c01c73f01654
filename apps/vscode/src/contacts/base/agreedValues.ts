import { diffContact } from "@raze-contacts/core";
import { type ContactUpdate, contactFieldNames } from "@raze-contacts/schema";
import type { FieldValues } from "../document/fieldValues.ts";

/**
 * The base of a draft that has just been saved: the answer where the draft says the same or where it was sent as the
 * draft has it, else what it was. A draft that still holds an old value must not look as if somebody had typed it.
 */
export function agreedValues(parts: {
  before: FieldValues;
  draft: FieldValues;
  answer: FieldValues;
  sent: ContactUpdate;
}): FieldValues {
  const { before, draft, answer, sent } = parts;
  const differsFromAnswer = diffContact(answer, draft);
  const differsFromSent = diffContact(sent, draft);
  const entries = contactFieldNames.flatMap((field) => {
    const isSame = field in draft && !(field in differsFromAnswer);
    const isSentAsDrafted = sent[field] !== undefined && !(field in differsFromSent);
    const value = isSame || isSentAsDrafted ? answer[field] : before[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(entries);
}
