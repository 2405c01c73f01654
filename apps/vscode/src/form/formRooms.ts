import type * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import type { KeptBases } from "../contacts/base/keptBases.ts";
import type { ContactActions } from "../contacts/contactActions.ts";
import type { Notices } from "../contacts/notices/notices.ts";
import type { SaveReasons } from "../contacts/save/saveReasons.ts";

/** What a form needs of the rest of the extension. */
export type FormRooms = {
  readonly accounts: Accounts;
  readonly bases: KeptBases;
  readonly notices: Notices;
  readonly reasons: SaveReasons;
  readonly log: vscode.LogOutputChannel;
  readonly actions: ContactActions;
  /** Does what a person asks for, and tells them what failed. */
  readonly attempt: (run: () => unknown) => Promise<void>;
};
