import * as vscode from "vscode";
import { sandboxAccount } from "../accounts/account.ts";
import type { SandboxServer } from "../accounts/sandboxServer.ts";
import { contactScheme } from "../contacts/document/contactUri.ts";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { t } from "../words/translate.ts";

/** Raze: Reset Sandbox – all its contacts are the samples again, and open ones show it; drafts stay. */
export async function resetSandbox(
  sandbox: SandboxServer,
  reload: (contact: vscode.Uri) => Promise<void>,
): Promise<void> {
  const reset = t("Reset");
  const answer = await vscode.window.showWarningMessage(
    t("Reset the sandbox? Every change made in it is undone."),
    { modal: true },
    reset,
  );
  if (answer !== reset) return;
  await sandbox.reset();
  const open = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => uri.scheme === contactScheme && uri.authority === sandboxAccount.id && !isDirty,
  );
  for (const { uri } of open) await reload(uri);
  tellInStatusBar(t("The sandbox has its sample contacts again."));
}
