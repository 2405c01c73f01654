import * as vscode from "vscode";
import { withoutIcons } from "./words/markup.ts";

let told: vscode.StatusBarItem | undefined;

/**
 * Says in the status bar for a while what was done. VS Code's own message there is silent to those who listen; an alert
 * is read out.
 */
export function tellInStatusBar(sentence: string): void {
  told?.dispose();
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left, Number.MIN_VALUE);
  item.text = withoutIcons(sentence);
  item.accessibilityInformation = { label: sentence, role: "alert" };
  item.show();
  told = item;
  setTimeout(() => item.dispose(), 8_000);
}
