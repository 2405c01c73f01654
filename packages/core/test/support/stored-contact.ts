import type { Contact, ContactUpdate } from "@raze-contacts/schema";
import { type ContactsClient, findUnapplied, RazeError } from "../../src/index.ts";

/** A client over one contact in memory, which writes down what it is asked. */
export function storedContact(contact: Contact, { drift = [] as readonly string[], merges = false } = {}) {
  const calls: string[] = [];
  const sent: ContactUpdate[] = [];
  const facts = { drift, rateLimit: undefined, attempts: 1 };
  let stored = contact;
  const client: Pick<ContactsClient, "get" | "update"> = {
    async get() {
      calls.push("get");
      return { contact: stored, ...facts };
    },
    async update(_, update) {
      calls.push("update");
      sent.push(update);
      const { custom_fields } = stored;
      stored = { ...stored, ...update };
      if (merges && update.custom_fields) stored.custom_fields = { ...custom_fields, ...update.custom_fields };
      return { contact: stored, unapplied: findUnapplied(update, stored), ...facts };
    },
  };
  return { client, calls, sent, stored: () => stored };
}

/** The error that a promise rejects with. */
export async function errorOf(work: Promise<unknown>): Promise<RazeError> {
  const outcome = await work.then(
    () => "nothing",
    (error: unknown) => error,
  );
  if (outcome instanceof RazeError) return outcome;
  throw new TypeError("expected a RazeError", { cause: outcome });
}
