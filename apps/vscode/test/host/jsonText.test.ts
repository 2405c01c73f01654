import assert from "node:assert/strict";
import { contactFieldNames, contactFields } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { johnDoe, setFields, type, until, useSignedIn } from "./product.ts";

describe("a contact's JSON text", () => {
  const product = useSignedIn();
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    await vscode.window.showTextDocument(document);
  });

  /** Asks until the JSON support of VS Code, which starts by itself, has an answer. */
  async function answered<Answer>(ask: () => Thenable<Answer>, isThere: (answer: Answer) => boolean): Promise<Answer> {
    for (let tries = 0; tries < 400; tries += 1) {
      const answer = await ask();
      if (isThere(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return assert.fail("VS Code's JSON support never answered");
  }

  it("completes the eight fields, each with its label's description", async () => {
    await type(document, "{  }");
    const { items } = await answered(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          document.uri,
          new vscode.Position(0, 2),
        ),
      (list) => list.items.length >= contactFieldNames.length,
    );
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.deepEqual(labels.sort(), [...contactFieldNames].sort());
    const position = items.find(({ label }) => label === "position");
    const words = position?.documentation;
    assert.match(typeof words === "string" ? words : (words?.value ?? ""), /Job title/);
  });

  it("says what a field is when the mouse rests on it", async () => {
    for (const field of contactFieldNames) {
      const at = document.positionAt(document.getText().indexOf(`"${field}"`) + 1);
      const hovers = await answered(
        () => vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, at),
        (found) => found.length > 0,
      );
      const text = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === "string" ? content : content.value))
        .join("\n");
      assert.ok(text.includes(contactFields[field].label), `${text} names ${contactFields[field].label}`);
      assert.ok(text.includes(contactFields[field].description), `${text} describes ${field}`);
    }
  });

  it("advises on what would be sent, and on nothing that is stored already", async () => {
    product.sandbox.contacts.set(johnDoe, { id: johnDoe, name: "John Doe", phone: "555 0100" });
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    await until(() => document.getText().includes("555 0100") && !document.isDirty, "the phone as stored");
    const shown = () => vscode.languages.getDiagnostics(document.uri);
    assert.deepEqual(shown(), []);

    await setFields(document, { linkedin_url: "https://example.com/in/johndoe", email: "john" });
    await until(() => shown().length === 2, "a fault and an advice");
    const [fault, advice] = [...shown()].sort((one, other) => one.severity - other.severity);
    assert.equal(fault?.severity, vscode.DiagnosticSeverity.Error);
    assert.match(fault?.message ?? "", /exactly one @/);
    assert.equal(advice?.severity, vscode.DiagnosticSeverity.Information);
    assert.match(advice?.message ?? "", /not on linkedin\.com/);
    assert.equal(document.getText(advice?.range), '"https://example.com/in/johndoe"');
  });
});
