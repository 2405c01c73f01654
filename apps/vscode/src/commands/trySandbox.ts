import { type Account, sandboxAccount } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";

/** Raze: Try the Sandbox – from now on contacts are the samples inside the extension. */
export async function trySandbox(accounts: Accounts): Promise<Account> {
  await accounts.use(sandboxAccount);
  return sandboxAccount;
}
