import type { CallName } from "@raze-contacts/sandbox/faults";
import { type CallOptions, type ContactsClient, saveContact } from "../../src/index.ts";
import { stored, update } from "./canaries.ts";

/** A way to use the client: what is called, and which of the requests that this leads to meets the fault. */
export type Column = {
  readonly title: string;
  readonly struck: CallName;
  readonly isSave: boolean;
  /** Makes the call, and gives the attempts that its result tells, if it tells them. */
  readonly call: (client: ContactsClient, options: CallOptions) => Promise<number | undefined>;
};

async function save(client: ContactsClient, options: CallOptions): Promise<number | undefined> {
  const result = await saveContact(client, stored.id, { base: stored, edited: { ...stored, ...update }, ...options });
  return result.kind === "saved" ? result.attempts : undefined;
}

export const columns: readonly Column[] = [
  {
    title: "get",
    struck: "get",
    isSave: false,
    call: async (client, options) => (await client.get(stored.id, options)).attempts,
  },
  {
    title: "list",
    struck: "list",
    isSave: false,
    call: async (client, options) => (await client.list({ search: "Canary" }, options)).attempts,
  },
  {
    title: "update",
    struck: "update",
    isSave: false,
    call: async (client, options) => (await client.update(stored.id, update, options)).attempts,
  },
  { title: "saveContact, as it reads", struck: "get", isSave: true, call: save },
  { title: "saveContact, as it sends", struck: "update", isSave: true, call: save },
];
