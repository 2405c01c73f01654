import { diffContact } from "@raze-contacts/core";
import { type ContactId, type ContactUpdate, contactFieldNames, parseContactUpdate } from "@raze-contacts/schema";
import * as v from "valibot";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { KeptBase } from "../contacts/base/keptBase.ts";
import { changesInWords } from "../contacts/changes/changeLines.ts";
import type { ContactReader } from "../contacts/contactReader.ts";
import { type ContactAddress, contactUri, openDocument } from "../contacts/document/contactUri.ts";
import { DocumentEdits } from "../contacts/document/documentEdits.ts";
import type { FieldValues } from "../contacts/document/fieldValues.ts";
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
  /** Whose contact a person was asked about, and what was read for it, by its id: another account may be in use by then. */
  readonly #asked = new Map<string, { readonly account: Account; readonly read: KeptBase | undefined }>();

  constructor(opening: OpeningRooms, drafts: AgentDrafts) {
    this.#opening = opening;
    this.#accounts = opening.accounts;
    this.#reader = opening.reader;
    this.#drafts = drafts;
  }

  async prepareInvocation({ input }: { input: unknown }): Promise<vscode.PreparedToolInvocation> {
    const { account, id } = readTarget(this.#accounts, input);
    const update = readUpdate(input);
    const { before, read } = await this.#before({ accountId: account.id, id });
    this.#asked.set(id, { account, read });
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
    const target = readTarget(this.#accounts, input);
    const update = readUpdate(input);
    const { id } = target;
    const { account, read } = this.#asked.get(id) ?? { account: target.account, read: undefined };
    this.#asked.delete(id);
    await this.#open(account, id, read);
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
  async #before(address: ContactAddress): Promise<{ before: FieldValues | undefined; read: KeptBase | undefined }> {
    const document = openDocument(contactUri(address));
    if (document !== undefined) {
      await DocumentEdits.of(document).flushed();
      return { before: draftOf(document), read: undefined };
    }
    const read = await this.#reader.read(address);
    return { before: read.kind === "known" ? read.values : undefined, read };
  }

  /** Opens the contact with what was read to ask about it, unless somebody has signed out since. */
  async #open(account: Account, id: ContactId, read: KeptBase | undefined): Promise<void> {
    const isAtHand = read !== undefined && (await this.#accounts.hasKey(account));
    if (!(await openContact(this.#opening, account, id, isAtHand ? { read } : {}))) throw notSignedIn();
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
