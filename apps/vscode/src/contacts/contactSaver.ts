import { diffContact, RazeError, type SaveResult, saveContact } from "@raze-contacts/core";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { signIn } from "../accounts/signIn.ts";
import { agreedValues } from "./agreedValues.ts";
import type { ContactAddress } from "./contactUri.ts";
import type { DraftBases } from "./draftBases.ts";
import { draftToSend } from "./draftToSend.ts";
import type { FieldValues } from "./fieldValues.ts";
import { type KeptBase, type KnownBase, knownBase } from "./keptBase.ts";
import type { KeptBases } from "./keptBases.ts";
import type { Notices } from "./notices.ts";
import {
  conflictNotice,
  failureNotice,
  type NoticeWithBanner,
  savedSentence,
  tagsAtRiskNotice,
  unappliedNotice,
} from "./saveMessages.ts";
import type { SaveReasons } from "./saveReasons.ts";

/** What was saved last: the text that was written, and the contact as the server has it now. */
export type Saved = { readonly text: string; readonly base: KnownBase };

type Draft = { readonly text: string; readonly values: FieldValues; readonly base: KeptBase | undefined };

/**
 * Saves a contact's document: the smallest update, after a look at what the server holds now.
 *
 * Whatever keeps it from being saved is thrown as one short sentence, which VS Code shows while it keeps the draft;
 * the next steps stand in the form's banner.
 */
export class ContactSaver {
  readonly #accounts: Accounts;
  readonly #bases: KeptBases;
  readonly #draftBases: DraftBases;
  readonly #notices: Notices;
  readonly #reasons: SaveReasons;
  readonly #saved = new Map<string, Saved>();

  constructor(accounts: Accounts, bases: KeptBases, draftBases: DraftBases, notices: Notices, reasons: SaveReasons) {
    this.#accounts = accounts;
    this.#bases = bases;
    this.#draftBases = draftBases;
    this.#notices = notices;
    this.#reasons = reasons;
  }

  async save(contact: vscode.Uri, { accountId, id }: ContactAddress, text: string): Promise<void> {
    const reason = this.#reasons.take(contact);
    if (reason === "other") {
      throw new Error(vscode.l10n.t("A contact is sent only when you save it yourself. Press Ctrl+S or run Save."));
    }
    await this.#notices.whileSaving(contact, async () => {
      const base = await this.#bases.find(contact);
      const draft = { text, base, values: draftToSend(text, base) };
      const changes = diffContact(base?.kind === "known" ? base.values : undefined, draft.values);
      if (Object.keys(changes).length === 0) this.#notices.clear(contact);
      else if (reason === "reload") {
        throw new Error(
          vscode.l10n.t("You typed while the contact was being reloaded. Your text is kept and not sent."),
        );
      } else await this.#settle(contact, draft, await this.#send(contact, id, await this.#signedIn(accountId), draft));
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
      throw new Error(vscode.l10n.t("The account of this contact is gone from VS Code. Your draft is kept."));
    }
    if (await this.#accounts.hasKey(account)) return account;
    const signedIn = account.kind === "server" ? await signIn(this.#accounts, account) : undefined;
    if (signedIn !== undefined) return signedIn;
    throw new Error(vscode.l10n.t("Sign in to save. Nothing was sent and your draft is kept."));
  }

  async #send(contact: vscode.Uri, id: string, account: Account, { values, base }: Draft): Promise<SaveResult> {
    const known = base?.kind === "known" ? base : undefined;
    const changes = diffContact(known?.values, values);
    if (known?.isReadable === false && known.hasTagObjects && changes.tags) this.#refuse(contact, tagsAtRiskNotice());
    try {
      return await saveContact(this.#accounts.client(account), id, {
        base: known?.values,
        edited: values,
        // The server will not show this contact, and the person knows: what they set is what is sent.
        withoutReading: base?.kind === "unknown" || known?.isReadable === false,
      });
    } catch (error) {
      if (error instanceof RazeError) return this.#refuse(contact, failureNotice(error));
      throw error;
    }
  }

  async #settle(contact: vscode.Uri, { text, values, base }: Draft, result: SaveResult): Promise<void> {
    if (result.kind === "conflict") return this.#refuse(contact, conflictNotice(result.conflicts, base !== undefined));
    if (result.kind === "tags_at_risk") return this.#refuse(contact, tagsAtRiskNotice());
    if (result.contact === undefined) return this.#notices.clear(contact);

    const before = base?.kind === "known" ? base : undefined;
    const isReadable = before?.isReadable ?? !(base?.kind === "unknown" && base.isForbidden);
    const answer = knownBase(result.contact, result.drift ?? [], isReadable);
    const sent = result.kind === "saved" ? result.sent : {};
    const agreed = agreedValues({ before: before?.values ?? {}, draft: values, answer: answer.values, sent });
    await this.#draftBases.moveFields(contact, before?.values ?? {}, { ...answer, values: agreed });
    if (result.kind === "saved" && result.unapplied.length > 0) {
      return this.#refuse(contact, unappliedNotice(result.unapplied.map(({ field }) => field)));
    }
    this.#notices.clear(contact);
    this.#saved.set(contact.toString(), { text, base: answer });
    vscode.window.setStatusBarMessage(savedSentence(answer.values.name, result), 8_000);
  }

  /** Keeps the document dirty: VS Code shows the sentence, the form shows what can be done. */
  #refuse(contact: vscode.Uri, notice: NoticeWithBanner): never {
    this.#notices.show(contact, notice);
    throw new Error(notice.banner.text);
  }
}
