import { RazeError, type RazeErrorKind } from "@raze-contacts/core";
import * as vscode from "vscode";
import { errorSentence } from "./words/errorSentence.ts";
import { withoutLinks } from "./words/markup.ts";
import { t } from "./words/translate.ts";

/** What may go better the next time, and of which the log tells each attempt. */
const passing: ReadonlySet<RazeErrorKind> = new Set(["server", "network", "timeout", "unexpected_response"]);

/** Gives a way to do what a person asks for: what fails is told to them, with buttons for what can be done about it. */
export function tellFailures(log: vscode.LogOutputChannel): (run: (() => unknown) | undefined) => Promise<void> {
  const attempt = async (run: (() => unknown) | undefined): Promise<void> => {
    try {
      await run?.();
    } catch (error) {
      void tell(error, () => attempt(run)); // the message stays as long as the person lets it
    }
  };
  const tell = async (error: unknown, again: () => Promise<void>) => {
    const tryAgain = t("Try Again");
    const showLog = t("Show Log");
    const kind = error instanceof RazeError ? error.kind : undefined;
    const isPassing = kind !== undefined && passing.has(kind);
    const steps = isPassing ? [tryAgain, showLog] : kind === "rate_limited" ? [tryAgain] : [];
    const chosen = await vscode.window.showErrorMessage(withoutLinks(errorSentence(error)), ...steps);
    if (chosen === tryAgain) await again();
    if (chosen === showLog) log.show();
  };
  return attempt;
}
