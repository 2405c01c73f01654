import type { Contact } from "@raze-contacts/schema";
import { succeed } from "./answers.ts";
import { applyUpdate } from "./apply-update.ts";
import { readUpdate } from "./read-update.ts";
import type { RequestBody } from "./request-body.ts";

/** A request to change a contact that exists, by a key that may. */
export type UpdateRequest = {
  readonly contact: Contact;
  readonly contentType: string | undefined;
  readonly body: RequestBody;
  readonly time: number;
  readonly store: (contact: Contact) => void;
};

/** Answers an update as documented. */
export function answerUpdate({ contact, contentType, body, time, store }: UpdateRequest): Response {
  const read = readUpdate(contentType, body);
  if (!read.ok) return read.answer;
  const updated = applyUpdate(contact, read.update, time);
  store(updated);
  return succeed(updated);
}
