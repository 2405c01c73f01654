import assert from "node:assert/strict";
import * as vscode from "vscode";
import { DocumentEdits } from "../../src/contacts/document/documentEdits.ts";
import { johnDoe, setFields, useSignedIn } from "./product.ts";

describe("edits of a contact's document", () => {
  const product = useSignedIn();

  for (const [where, editor] of [
    ["the form", "raze.form"],
    ["the text editor", "default"],
  ] as const) {
    it(`leave characters whole that share a half with what they replace, in ${where}`, async () => {
      const document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
      await vscode.commands.executeCommand("vscode.openWith", document.uri, editor);
      const before = document.getText();
      await setFields(document, { position: "😀", company: "\u{1F600}", tags: ["🔥 hot", "🔴 risk"] });
      const [typed, edits] = [document.getText(), DocumentEdits.of(document)];
      await edits.set("tags", ["🔴 risk"]);
      await edits.set("position", "😁");
      await edits.set("company", "\u{1FA00}");
      const { position, company, tags } = JSON.parse(document.getText());
      assert.deepEqual({ position, company, tags }, { position: "😁", company: "\u{1FA00}", tags: ["🔴 risk"] });
      for (let step = 0; step < 3; step += 1) await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), typed);
      await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), before);
    });
  }
});
