import * as vscode from "vscode";
import type { SandboxServer } from "../accounts/sandboxServer.ts";

/** Raze: Reset Sandbox – all its contacts are the samples again. */
export async function resetSandbox(sandbox: SandboxServer): Promise<void> {
  const reset = vscode.l10n.t("Reset");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("Reset the sandbox? Every change made in it is undone."),
    { modal: true },
    reset,
  );
  if (answer === reset) await sandbox.reset();
}
