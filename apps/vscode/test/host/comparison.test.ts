import assert from "node:assert/strict";
import * as vscode from "vscode";
import { showText, until, useSignedIn } from "./product.ts";

describe("a comparison with the server", () => {
  const product = useSignedIn();

  it("keeps what the server said as long as it is open", async () => {
    const document = await showText(product);
    const copy = document.uri.with({ scheme: "raze-contact-server" });
    const open = () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === copy.toString());
    for (const _ of ["first", "again"]) {
      await vscode.commands.executeCommand("raze.reviewChanges", document.uri);
      await until(() => open()?.getText().includes("john@example.com") ?? false, "the server's text");
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await until(() => open() === undefined, "VS Code lets go of it");
    }
    assert.equal((await vscode.workspace.openTextDocument(copy)).getText(), "Compare again to read the contact.");
  });
});
