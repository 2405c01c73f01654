import { RazeError, type RazeErrorKind } from "@raze-contacts/core";
import type { ContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import { errorSentence } from "../words/errorSentence.ts";
import { withoutLinks } from "../words/markup.ts";
import { t } from "../words/translate.ts";
import { type OpeningRooms, openContact } from "./openContact.ts";

/** What went wrong with one contact and would with the next: nothing is gained by trying. */
const endsAll: ReadonlySet<RazeErrorKind> = new Set(["rate_limited", "network"]);

/**
 * Opens contacts one after another, each in a tab of its own. One that fails does not keep the others shut: at the end
 * a message says which failed and why.
 */
export async function openContacts(rooms: OpeningRooms, account: Account, ids: readonly ContactId[]): Promise<void> {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) {
    await openContact(rooms, account, only);
    return;
  }
  const { unopened, reasons } = await openEach(rooms, account, ids);
  if (reasons.length === 0) return;
  const again = t("Try These Again");
  const message = t("Not opened: {0} of {1} contacts. {2}", unopened.length, ids.length, reasons.join(" "));
  const chosen = await vscode.window.showErrorMessage(withoutLinks(message), again);
  if (chosen === again) await openContacts(rooms, account, unopened);
}

/** Opens what can be opened, and tells what could not. */
async function openEach(
  rooms: OpeningRooms,
  account: Account,
  ids: readonly ContactId[],
): Promise<{ unopened: ContactId[]; reasons: string[] }> {
  const unopened: ContactId[] = [];
  const reasons: string[] = [];
  const location = vscode.ProgressLocation.Notification;
  const title = t("Opening {0} contacts", ids.length);
  await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, cancellation) => {
    for (const [position, id] of ids.entries()) {
      if (cancellation.isCancellationRequested) return;
      progress.report({ message: withoutLinks(id), increment: 100 / ids.length });
      try {
        if (!(await openContact(rooms, account, id, { preview: false }))) return;
      } catch (error) {
        unopened.push(id);
        reasons.push(`${id}: ${errorSentence(error)}`);
        if (!(error instanceof RazeError) || !endsAll.has(error.kind)) continue;
        unopened.push(...ids.slice(position + 1)); // not tried
        return;
      }
    }
  });
  return { unopened, reasons };
}
