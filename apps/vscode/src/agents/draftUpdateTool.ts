import { diffContact } from "@raze-contacts/core";
import { type ContactId, type ContactUpdate, contactFieldNames, parseContactUpdate } from "@raze-contacts/schema";
import * as v from "valibot";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { changesInWords } from "../contacts/changeLines.ts";
import type { ContactReader } from "../contacts/contactReader.ts";
import { type ContactAddress, contactUri, openDocument } from "../contacts/contactUri.ts";
import { DocumentEdits } from "../contacts/documentEdits.ts";
import type { FieldValues } from "../contacts/fieldValues.ts";
import type { KeptBase } from "../contacts/keptBase.ts";
import { type OpeningRooms, openContact } from "../contacts/openContact.ts";
import { draftOf } from "../contacts/seenContact.ts";
import { faultSentence } from "../words/contractWords.ts";
import { t } from "../words/translate.ts";
import type { AgentDrafts } from "./agentDrafts.ts";
import { notSignedIn, readTarget } from "./toolInput.ts";

const withUpdate = v.object({ update: v.unknown() });

/** Writes an update into a contact's draft for a person to look at and save. Nothing here leads to a PUT. */
export class DraftUpdateTool implements vscode.LanguageModelTool<unknown> {
  readonly #opening: OpeningRooms;
  readonly #accounts: Accounts;
  readonly #reader: ContactReader;
  readonly #drafts: AgentDrafts;
  /** What was read to ask a person last. */
  #asked: { readonly contact: string; readonly base: KeptBase } | undefined;

  constructor(opening: OpeningRooms, drafts: AgentDrafts) {
    this.#opening = opening;
    this.#accounts = opening.accounts;
    this.#reader = opening.reader;
    this.#drafts = drafts;
  }

  async prepareInvocation({ input }: { input: unknown }): Promise<vscode.PreparedToolInvocation> {
    const { account, id } = readTarget(this.#accounts, input);
    const update = readUpdate(input);
    const before = await this.#before({ accountId: account.id, id });
    return {
      invocationMessage: t("Drafting an update of {0}", id),
      confirmationMessages: {
        title: t("Let the agent write into the draft of {0}?", id),
        // Text, not Markdown that the values of a contact could write.
        message: new vscode.MarkdownString().appendText(changesInWords(before, update)),
      },
    };
  }

  async invoke({ input }: { input: unknown }): Promise<vscode.LanguageModelToolResult> {
    const { account, id } = readTarget(this.#accounts, input);
    const update = readUpdate(input);
    await this.#open(account, id);
    const document = await vscode.workspace.openTextDocument(contactUri({ accountId: account.id, id }));
    const edits = DocumentEdits.of(document);
    await edits.flushed();
    draftOf(document);
    await this.#drafts.write(document, async () => {
      for (const field of contactFieldNames) {
        if (update[field] !== undefined) await edits.set(field, update[field]);
      }
      draftOf(document); // somebody may have typed meanwhile, and there is no place for a field in broken JSON
    });
    const fields = Object.keys(update).join(", ");
    const text = `Drafted, not sent: ${fields}. The person has to look at it and save it.`;
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
  }

  /** What the agent would write over: what stands in the draft, or is stored. */
  async #before(address: ContactAddress): Promise<FieldValues | undefined> {
    const contact = contactUri(address);
    const document = openDocument(contact);
    if (document !== undefined) {
      await DocumentEdits.of(document).flushed();
      return draftOf(document);
    }
    const base = await this.#reader.read(address);
    this.#asked = { contact: contact.toString(), base };
    return base.kind === "known" ? base.values : undefined;
  }

  /** Opens the contact with what was read to ask about it. */
  async #open(account: Account, id: ContactId): Promise<void> {
    const contact = contactUri({ accountId: account.id, id }).toString();
    const asked = this.#asked;
    this.#asked = undefined;
    const read = asked?.contact === contact ? { read: asked.base } : {};
    if (!(await openContact(this.#opening, account, id, read))) throw notSignedIn();
  }
}

function readUpdate(input: unknown): ContactUpdate {
  const read = v.safeParse(withUpdate, input);
  const parsed = parseContactUpdate(read.success ? read.output.update : undefined);
  if (parsed.ok) return diffContact(undefined, parsed.update);
  throw new Error(
    parsed.errors.map((fault) => [fault.path.join("."), faultSentence(fault)].filter(Boolean).join(": ")).join("\n"),
  );
}
