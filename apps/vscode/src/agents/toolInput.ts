import { type ContactId, parseContactId } from "@raze-contacts/schema";
import * as v from "valibot";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { isPlainId } from "../contacts/findContact/contactReference.ts";
import { faultSentence } from "../words/contractWords.ts";
import { t } from "../words/translate.ts";

const addressed = v.object({ id: v.string() });

/** What a language model may ask for: a contact of the account in use. Whose account it is, is the person's to say. */
export function readTarget(accounts: Accounts, input: unknown): { account: Account; id: ContactId } {
  const read = v.safeParse(addressed, input);
  if (!read.success) throw new Error(t('The input needs an "id" that is text.'));
  const parsed = parseContactId(read.output.id);
  if (!parsed.ok) throw new Error(faultSentence(parsed.error));
  if (!isPlainId(parsed.id)) throw new Error(t("An agent can name only an ID of letters, digits and . _ ~ -"));
  const account = accounts.current;
  if (account === undefined) throw notSignedIn();
  return { account, id: parsed.id };
}

/** Only a person has a key. */
export const notSignedIn = (): Error => new Error(t("Nobody is signed in. A person has to run Raze: Sign In… first."));
