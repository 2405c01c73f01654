import type { Account } from "../accounts/account.ts";
import { signIn } from "../accounts/signIn.ts";
import { type FindResult, findContact } from "../contacts/findContact/findContact.ts";
import type { OpeningRooms } from "../contacts/openContact.ts";

/** What a person chose in the list; a key that the server refuses is asked for anew, and what was typed stays. */
export type Picked = Exclude<FindResult, { kind: "sign_in" } | undefined>;

/** Lets a person choose contacts of an account; undefined when they left. */
export async function pickContacts(
  rooms: OpeningRooms,
  account: Account,
  title: string,
  typed = "",
): Promise<Picked | undefined> {
  let found = await findContact(rooms, account, { title, typed });
  while (found?.kind === "sign_in") {
    if (account.kind === "server" && (await signIn(rooms.accounts, account)) === undefined) return undefined;
    found = await findContact(rooms, account, { title, typed: found.typed });
  }
  return found;
}
