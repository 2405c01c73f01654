import * as vscode from "vscode";

/**
 * Raze: Get Started – the walkthrough. VS Code opens a new extension's walkthrough by itself as soon as its `when` holds,
 * so ours waits until somebody asks.
 */
export async function openWalkthrough(extensionId: string): Promise<void> {
  await vscode.commands.executeCommand("setContext", "raze.isWalkthroughAsked", true);
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", `${extensionId}#start`, false);
}
