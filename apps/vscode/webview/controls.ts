import type { ContactAction } from "../src/contacts/notices/contactActionNames.ts";
import type { Announce } from "./announcer.ts";
import type { PendingEdits } from "./pendingEdits.ts";

/** What every part of the form can do. */
export type Controls = {
  readonly edits: PendingEdits;
  /** Asks something of the host, after everything that was typed. */
  readonly act: (action: ContactAction) => void;
  /** Keeps one side of a conflict. */
  readonly choose: (path: string[], side: "mine" | "theirs") => void;
  readonly announce: Announce;
};
