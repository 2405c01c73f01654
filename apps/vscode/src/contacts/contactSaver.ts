import { diffContact, RazeError, saveContact } from "@raze-contacts/core";
import { contactFieldNames, isContactField } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { signIn } from "../accounts/signIn.ts";
import type { FieldValues } from "../form/protocol.ts";
import { knownBase } from "./contactReader.ts";
import { readContactText, type TextFault } from "./contactText.ts";
import type { ContactAddress } from "./contactUri.ts";
import type { KeptBase, KeptBases } from "./keptBases.ts";
import type { Notices } from "./notices.ts";
import { conflictNotice, describeFailure, listFields, tagsAtRiskNotice, unappliedNotice } from "./saveMessages.ts";
import type { SaveReasons } from "./saveReasons.ts";

/** What was saved last: the text that was written, and the contact as the server answered. */
export type Saved = { readonly text: string; readonly base: KeptBase };

/**
 * Saves a contact's document: the smallest update, after a look at what the server holds now.
 *
 * Whatever keeps it from being saved is thrown as one short sentence, which VS Code shows while it keeps the draft;
 * the next steps stand in the form's banner.
 */
export class ContactSaver {
  readonly #accounts: Accounts;
  readonly #bases: KeptBases;
  readonly #notices: Notices;
  readonly #reasons: SaveReasons;
  readonly #saved = new Map<string, Saved>();

  constructor(accounts: Accounts, bases: KeptBases, notices: Notices, reasons: SaveReasons) {
    this.#accounts = accounts;
    this.#bases = bases;
    this.#notices = notices;
    this.#reasons = reasons;
  }

  async save(contact: vscode.Uri, address: ContactAddress, text: string): Promise<void> {
    if (!this.#reasons.takeManual(contact)) {
      throw new Error(vscode.l10n.t("A contact is sent only when you save it yourself. Press Ctrl+S or run Save."));
    }
    await this.#notices.whileSaving(contact, async () => {
      const base = await this.#bases.find(contact);
      const values = draftToSend(text, base);
      const account = await this.#signedIn(address.accountId);
      await this.#send(contact, address, account, { text, values, base });
    });
  }

  /** Takes what the last save of this contact brought. */
  takeSaved(contact: vscode.Uri): Saved | undefined {
    const saved = this.#saved.get(contact.toString());
    this.#saved.delete(contact.toString());
    return saved;
  }

  async #signedIn(accountId: string): Promise<Account> {
    const account = this.#accounts.byId(accountId);
    if (account === undefined) {
      throw new Error(vscode.l10n.t("This contact belongs to an account that is signed out. Your draft is kept."));
    }
    if (account.kind === "sandbox" || (await this.#accounts.hasKey(account))) return account;
    const signedIn = await signIn(this.#accounts, account);
    if (signedIn !== undefined) return signedIn;
    throw new Error(vscode.l10n.t("Sign in to save. Nothing was sent and your draft is kept."));
  }

  async #send(
    contact: vscode.Uri,
    { id }: ContactAddress,
    account: Account,
    { text, values, base }: { text: string; values: FieldValues; base: KeptBase | undefined },
  ): Promise<void> {
    const known = base?.kind === "known" ? base.values : undefined;
    // Nobody can read this contact, and the person knows: what they set is what is sent.
    const withoutReading = base?.kind === "unknown" && account.kind === "server" && account.canRead === false;
    const client = this.#accounts.client(account);
    try {
      const result = await saveContact(client, id, { base: known, edited: values, withoutReading });
      switch (result.kind) {
        case "unchanged":
          this.#notices.clear(contact);
          return;
        case "conflict":
          this.#notices.show(contact, conflictNotice(result.conflicts));
          throw new Error(conflictNotice(result.conflicts).banner.text);
        case "tags_at_risk":
          this.#notices.show(contact, tagsAtRiskNotice());
          throw new Error(tagsAtRiskNotice().banner.text);
        case "saved": {
          const answer = knownBase(result.contact, result.drift);
          await this.#bases.keep(contact, { ...answer, values: agreed(known ?? {}, values, answer.values) });
          if (result.unapplied.length > 0) {
            const notice = unappliedNotice(result.unapplied.map(({ field }) => field));
            this.#notices.show(contact, notice);
            throw new Error(notice.banner.text);
          }
          this.#notices.clear(contact);
          this.#saved.set(contact.toString(), { text, base: answer });
          const fields = listFields(Object.keys(result.sent));
          vscode.window.setStatusBarMessage(vscode.l10n.t("Saved {0}: {1}", answer.values.name || id, fields), 8_000);
        }
      }
    } catch (error) {
      if (!(error instanceof RazeError)) throw error;
      const notice = describeFailure(error);
      this.#notices.show(contact, notice);
      throw new Error(notice.banner.text);
    }
  }
}

/** The draft's values, when nothing of what would be sent is wrong. */
function draftToSend(text: string, base: KeptBase | undefined): FieldValues {
  const read = readContactText(text);
  const refuse = ({ message, span, path: [field] }: TextFault) => {
    const line = vscode.l10n.t("Line {0}", text.slice(0, span.offset).split("\n").length);
    return new Error(
      vscode.l10n.t("{0}: {1} Nothing was sent.", isContactField(field) ? listFields([field]) : line, message),
    );
  };
  if (read.kind === "broken") throw refuse(read.faults[0]);
  const changes = diffContact(base?.kind === "known" ? base.values : undefined, read.values);
  // What the server itself holds may break our rules: it is not sent, so it keeps nobody from saving the rest.
  const blocking = read.faults.find(({ path: [field] }) => {
    const isUntouched = typeof field === "string" && field in read.values && !(field in changes);
    return !isUntouched;
  });
  if (blocking !== undefined) throw refuse(blocking);
  return read.values;
}

/**
 * The base of a draft that has just been saved: the answer where the draft says the same, else what it was. A draft
 * that still holds an old value of a field must not look as if somebody had typed it.
 */
function agreed(before: FieldValues, draft: FieldValues, answer: FieldValues): FieldValues {
  const differing = diffContact(answer, draft);
  const entries = contactFieldNames.flatMap((field) => {
    const value = field in draft && !(field in differing) ? answer[field] : before[field];
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(entries);
}
