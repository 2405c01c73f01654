import type { ContactsClientOptions } from "@raze-contacts/core";
import { createSandbox, type Sandbox, sandboxKey } from "@raze-contacts/sandbox";
import { contactSchema } from "@raze-contacts/schema";
import type * as vscode from "vscode";
import * as z from "zod/mini";

const storageKey = "sandboxContacts";
const contactsSchema = z.array(contactSchema);

/** The server behind the sandbox account: inside the extension, without a network, its contacts kept. */
export class SandboxServer {
  readonly #state: vscode.Memento;
  #sandbox: Sandbox | undefined;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** How to call it. The address is never connected to: `fetch` is the server. */
  get access(): Pick<ContactsClientOptions, "apiKey" | "baseUrl" | "fetch"> {
    return {
      apiKey: sandboxKey,
      baseUrl: "https://sandbox.invalid/external/v1",
      fetch: async (input, init) => {
        const sandbox = this.#open();
        const answer = await sandbox.fetch(input, init);
        const isCurrent = sandbox === this.#sandbox; // it may have been reset meanwhile
        if (init?.method === "PUT" && isCurrent) await this.#state.update(storageKey, [...sandbox.contacts.values()]);
        return answer;
      },
    };
  }

  /** Back to the sample contacts. */
  async reset(): Promise<void> {
    this.#sandbox = undefined;
    await this.#state.update(storageKey, undefined);
  }

  #open(): Sandbox {
    if (this.#sandbox === undefined) {
      const kept = contactsSchema.safeParse(this.#state.get(storageKey));
      this.#sandbox = createSandbox(kept.success ? { contacts: kept.data } : {});
    }
    return this.#sandbox;
  }
}
