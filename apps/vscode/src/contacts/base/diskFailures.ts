import * as vscode from "vscode";
import { t } from "../../words/translate.ts";

/** What kind of error it is, for the log: its message may name a file, and so a contact. */
export function errorKind(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const [systemCode] = /\bE[A-Z]+(?=: )/.exec(error.message) ?? [];
  return [error.name, systemCode].filter(Boolean).join(" ");
}

/** Tells a window once that the disk refuses what its drafts start from. Why stands in the log. */
export function diskFailures(log: vscode.LogOutputChannel): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    log.error(errorKind(error));
    if (isTold) return;
    isTold = true;
    void vscode.window.showWarningMessage(
      t(
        "The disk does not keep the values your drafts started from. You can go on editing and saving. After the window is reloaded, a save will ask about every difference from the server.",
      ),
    );
  };
}
