import {
  type ContactsClient,
  type ContactUpdate,
  diffContact,
  type GetResult,
  RazeError,
  type Resolution,
  type SaveResult,
  saveContact,
} from "@raze-contacts/core";
import type { Account } from "../../accounts/account.ts";
import type { Accounts } from "../../accounts/accounts.ts";
import type { KeptBase, KnownBase } from "../base/keptBase.ts";
import type { FieldValues } from "../document/fieldValues.ts";
import { failureNotice, type NoticeWithBanner, tagsAtRiskNotice } from "../notices/saveMessages.ts";

/** A draft as a save found it. */
export type Draft = {
  readonly text: string;
  readonly values: FieldValues;
  readonly base: KeptBase | undefined;
  /** What the document read when the save began. */
  readonly shown: string | undefined;
};

/** What came of sending: the server's answer with what it showed of the contact right before, or what is to be told. */
export type Sent =
  | { readonly kind: "answered"; readonly result: SaveResult; readonly stored: GetResult | undefined }
  | { readonly kind: "failed"; readonly notice: NoticeWithBanner };

/** What a draft started from, if that is known. */
export const knownOf = ({ base }: Draft): KnownBase | undefined => (base?.kind === "known" ? base : undefined);

/** What a draft would change. */
export const changesOf = (draft: Draft): ContactUpdate => diffContact(knownOf(draft)?.values, draft.values);

/**
 * Sends what is changed in a draft, after a look at what the server holds now.
 *
 * @param how `withoutReading` on the person's word that nobody else matters; and what they chose in a conflict
 */
export async function sendDraft(
  accounts: Accounts,
  account: Account,
  id: string,
  draft: Draft,
  how: { readonly withoutReading: boolean; readonly resolutions: readonly Resolution[] },
): Promise<Sent> {
  const { base, values } = draft;
  const known = knownOf(draft);
  // The server will not show this contact, and the person knows: what they set is what is sent.
  const isUnread = how.withoutReading || base?.kind === "unknown" || known?.isReadable === false;
  if (isUnread && known?.hasTagObjects && changesOf(draft).tags) return { kind: "failed", notice: tagsAtRiskNotice() };
  const client = accounts.client(account);
  let stored: GetResult | undefined;
  const watched: Pick<ContactsClient, "get" | "update"> = {
    get: async (...call) => {
      stored = await client.get(...call);
      return stored;
    },
    update: (...call) => client.update(...call),
  };
  try {
    const result = await saveContact(watched, id, {
      base: known?.values,
      edited: values,
      withoutReading: isUnread,
      resolutions: how.resolutions,
    });
    if (result.kind === "saved") await accounts.noteReadOnly(account, false);
    return { kind: "answered", result, stored };
  } catch (error) {
    if (!(error instanceof RazeError)) throw error;
    if (error.kind === "permission" && error.step === undefined) await accounts.noteReadOnly(account, true);
    return { kind: "failed", notice: failureNotice(error) };
  }
}
