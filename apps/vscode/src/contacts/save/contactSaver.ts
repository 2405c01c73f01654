import type { ContactUpdate } from "@raze-contacts/core";
import { contactFieldNames } from "@raze-contacts/schema";
import type * as vscode from "vscode";
import type { Account } from "../../accounts/account.ts";
import type { Accounts } from "../../accounts/accounts.ts";
import { signIn } from "../../accounts/signIn.ts";
import type { AgentDrafts } from "../../agents/agentDrafts.ts";
import { tellInStatusBar } from "../../tellInStatusBar.ts";
import { t } from "../../words/translate.ts";
import { agreedValues } from "../base/agreedValues.ts";
import type { DraftBases } from "../base/draftBases.ts";
import { type KnownBase, knownBase } from "../base/keptBase.ts";
import type { KeptBases } from "../base/keptBases.ts";
import { changesInWords } from "../changes/changeLines.ts";
import { type ContactAddress, openDocument } from "../document/contactUri.ts";
import { DocumentEdits } from "../document/documentEdits.ts";
import type { Notices } from "../notices/notices.ts";
import {
  conflictNotice,
  heldSentence,
  type NoticeWithBanner,
  savedSentence,
  signInNotice,
  tagsAtRiskNotice,
  unappliedNotice,
} from "../notices/saveMessages.ts";
import { askToSend } from "./askToSend.ts";
import { resolutionsOf, withEarlier } from "./conflictChoices.ts";
import { draftToSend } from "./draftToSend.ts";
import type { LastSaves } from "./lastSaves.ts";
import type { SaveReasons } from "./saveReasons.ts";
import { changesOf, type Draft, knownOf, type Sent, sendDraft } from "./sendDraft.ts";

/** What was saved last: the text that was written, and the contact as the server has it now. */
export type Saved = { readonly text: string; readonly base: KnownBase };

/** How a save goes about it. */
type SaveHow = {
  /** On the person's word that nobody else matters. */
  readonly withoutReading?: boolean;
  /** When it is VS Code that saves: it does so before it runs a task, debugs or chats, too. */
  readonly asksFirst?: boolean;
};

const isEmpty = (update: ContactUpdate): boolean => Object.keys(update).length === 0;

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
  readonly #agentDrafts: AgentDrafts;
  readonly #lastSaves: LastSaves;
  readonly #saved = new Map<string, Saved>();
  readonly #last = new Map<string, Promise<void>>();

  constructor(rooms: {
    accounts: Accounts;
    bases: KeptBases;
    draftBases: DraftBases;
    notices: Notices;
    reasons: SaveReasons;
    agentDrafts: AgentDrafts;
    lastSaves: LastSaves;
  }) {
    this.#accounts = rooms.accounts;
    this.#bases = rooms.bases;
    this.#draftBases = rooms.draftBases;
    this.#notices = rooms.notices;
    this.#reasons = rooms.reasons;
    this.#agentDrafts = rooms.agentDrafts;
    this.#lastSaves = rooms.lastSaves;
  }

  /** Takes what VS Code writes, and sends it if a person agrees. */
  async write(contact: vscode.Uri, address: ContactAddress, text: string): Promise<void> {
    const reason = this.#reasons.take(contact);
    if (reason === "manual") {
      const document = openDocument(contact);
      const [held] = document === undefined ? [] : await DocumentEdits.of(document).flushed();
      if (held !== undefined) throw new Error(heldSentence(held));
      return this.save(contact, address, text, { asksFirst: true });
    }
    if (reason === "other") throw notAgreed();
    if (!isEmpty(changesOf(await this.#draft(contact, text)))) throw typedMeanwhile();
  }

  /** Sends what is changed, if anything is, once all saves of this contact before it are done. */
  async save(contact: vscode.Uri, address: ContactAddress, text: string, how: SaveHow = {}): Promise<void> {
    const key = contact.toString();
    const save = (this.#last.get(key) ?? Promise.resolve()).then(() => this.#save(contact, address, text, how));
    const last = save.catch(() => {}); // who asked for it hears of it; the next save is not to blame
    this.#last.set(key, last);
    try {
      await save;
    } finally {
      if (this.#last.get(key) === last) this.#last.delete(key);
    }
  }

  async #save(contact: vscode.Uri, { accountId, id }: ContactAddress, text: string, how: SaveHow): Promise<void> {
    const draft = await this.#draft(contact, text);
    if (isEmpty(changesOf(draft))) return this.#notices.clear(contact);
    const changes = changesInWords(knownOf(draft)?.values, changesOf(draft));
    const name = draft.values.name || knownOf(draft)?.values.name || id;
    // Without base and read, all that is in the draft would be sent, tags too, and nobody has said yes to that.
    const asks = how.asksFirst || (how.withoutReading && draft.base === undefined);
    if (asks && !(await askToSend(t("Send the changes of {0}?", name), changes))) throw notAgreed();
    await this.#agentDrafts.agree(contact, text, changes);
    const account = await this.#signedIn(contact, accountId);
    await this.#notices.whileSaving(contact, async () => {
      const sent = await sendDraft(this.#accounts, account, id, draft, {
        withoutReading: how.withoutReading ?? false,
        resolutions: resolutionsOf(this.#notices.get(contact).conflicts ?? []),
      });
      await this.#settle(contact, draft, sent);
    });
  }

  /** Takes what the last save of this contact brought. */
  takeSaved(contact: vscode.Uri): Saved | undefined {
    const saved = this.#saved.get(contact.toString());
    this.#saved.delete(contact.toString());
    return saved;
  }

  async #draft(contact: vscode.Uri, text: string): Promise<Draft> {
    const base = await this.#bases.find(contact);
    return { text, base, values: draftToSend(text, base), shown: openDocument(contact)?.getText() };
  }

  async #signedIn(contact: vscode.Uri, accountId: string): Promise<Account> {
    const account = this.#accounts.byId(accountId);
    if (account === undefined) {
      throw new Error(t("This contact's account is no longer in VS Code. Your draft is kept."));
    }
    if (await this.#accounts.hasKey(account)) return account;
    const shown = openDocument(contact)?.getText();
    const signedIn = account.kind === "server" ? await signIn(this.#accounts, account) : undefined;
    if (signedIn === undefined) return this.#refuse(contact, signInNotice());
    // The box for the key stays while people work on: what they gave up by then is not sent.
    if (openDocument(contact)?.getText() !== shown) throw typedMeanwhile();
    return signedIn;
  }

  async #settle(contact: vscode.Uri, draft: Draft, answer: Sent): Promise<void> {
    if (answer.kind === "failed") return this.#refuse(contact, answer.notice);
    const { result, stored } = answer;
    const { text, values, base, shown } = draft;
    if (result.kind === "conflict") return this.#refuse(contact, conflictNotice(result.conflicts, base !== undefined));
    if (result.kind === "tags_at_risk") return this.#refuse(contact, tagsAtRiskNotice());
    if (result.contact === undefined) return this.#notices.clear(contact);

    const before = knownOf(draft);
    const isReadable = before?.isReadable ?? !(base?.kind === "unknown" && base.isForbidden);
    const shownBefore = stored && knownBase(stored.contact, stored.drift, true);
    const answered = knownBase(result.contact, result.drift ?? [], isReadable);
    // An answer need not show how tags are kept; only a read anew can say that they are no objects any more.
    const hasTagObjects = [before, shownBefore, answered].some((one) => one?.hasTagObjects);
    const now = { ...answered, hasTagObjects };
    const sent = result.kind === "saved" ? result.sent : {};
    const agreed = agreedValues({ before: before?.values ?? {}, draft: values, answer: now.values, sent });
    const document = openDocument(contact);
    // One that was reloaded or opened anew meanwhile goes on from what was read then.
    const isSameDraft = this.#bases.get(contact) === base || document?.getText() === shown;
    if (document !== undefined && isSameDraft) {
      await this.#draftBases.moveFields(contact, before?.values ?? {}, { ...now, values: agreed });
    }
    if (result.kind === "saved" && !this.#accounts.byId(contact.authority)?.isSignedOut) {
      this.#lastSaves.record({
        contact,
        name: now.values.name || result.contact.id,
        fields: contactFieldNames.filter((field) => field in sent),
        before: shownBefore?.values,
        after: now.values,
      });
    }
    if (result.kind === "saved" && result.unapplied.length > 0) {
      return this.#refuse(contact, unappliedNotice(result.unapplied.map(({ field }) => field)));
    }
    this.#notices.clear(contact);
    this.#saved.set(contact.toString(), { text, base: now });
    tellInStatusBar(savedSentence(now.values.name, result));
  }

  /** Keeps the document dirty: VS Code shows the sentence, the form shows what can be done. */
  #refuse(contact: vscode.Uri, notice: NoticeWithBanner): never {
    const conflicts = withEarlier(notice.conflicts ?? [], this.#notices.get(contact).conflicts ?? []);
    this.#notices.show(contact, { ...notice, conflicts });
    throw new Error(notice.banner.text);
  }
}

const typedMeanwhile = () => new Error(t("You went on typing. Your text is kept, but was not sent."));
const notAgreed = () =>
  new Error(t("Nothing was sent. To send a contact, use Save in its form or Raze: Save Contact."));
