import type { ContactsClientOptions } from "@raze-contacts/core";
import { createSandboxOf, type Sandbox, sandboxKey } from "@raze-contacts/sandbox";
import { type Contact, contactSchema } from "@raze-contacts/schema";
import * as v from "valibot";
import * as vscode from "vscode";

const storageKey = "sandboxContacts";
const contactsSchema = v.array(v.custom<Contact>((contact) => contactSchema.safeParse(contact).success));

/** The server behind the sandbox account: inside the extension, without a network, its contacts kept. */
export class SandboxServer {
  readonly #state: vscode.Memento;
  readonly #sampleContacts: vscode.Uri;
  #sandbox: Promise<Sandbox> | undefined;

  constructor({ globalState, extensionUri }: Pick<vscode.ExtensionContext, "globalState" | "extensionUri">) {
    this.#state = globalState;
    this.#sampleContacts = vscode.Uri.joinPath(extensionUri, "dist", "sample-contacts.json");
  }

  /** How to call it. The address is never connected to: `fetch` is the server. */
  get access(): Pick<ContactsClientOptions, "apiKey" | "baseUrl" | "fetch"> {
    return {
      apiKey: sandboxKey,
      baseUrl: "https://sandbox.invalid/external/v1",
      fetch: async (input, init) => {
        this.#sandbox ??= this.#open();
        const opened = this.#sandbox;
        const sandbox = await opened;
        const answer = await sandbox.fetch(input, init);
        const isCurrent = opened === this.#sandbox; // it may have been reset meanwhile
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

  async #open(): Promise<Sandbox> {
    const kept = v.safeParse(contactsSchema, this.#state.get(storageKey));
    if (kept.success) return createSandboxOf(kept.output);
    try {
      return createSandboxOf(await this.#readSamples());
    } catch (error) {
      this.#sandbox = undefined; // the next call tries again
      throw error;
    }
  }

  /** A file beside the bundle: whoever has an account of their own never loads it. */
  async #readSamples(): Promise<Contact[]> {
    const bytes = await vscode.workspace.fs.readFile(this.#sampleContacts);
    return v.parse(contactsSchema, JSON.parse(new TextDecoder().decode(bytes)));
  }
}
