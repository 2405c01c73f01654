import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openDocument } from "../../src/contacts/document/contactUri.ts";
import { remote, setFields, showText, until, useSignedIn } from "./product.ts";

describe("a change without the form", () => {
  const product = useSignedIn();

  const open = () => showText(product);
  const save = async (document: vscode.TextDocument) => {
    await vscode.commands.executeCommand("raze.saveContact", document.uri);
    await until(() => !document.isDirty, "the document is clean");
    product.takeReceived();
  };
  /** Undoes the last save; what is asked is answered with its button, after `meanwhile`. */
  const undo = async (document: vscode.TextDocument, meanwhile: () => Promise<void> = async () => {}) => {
    const { showWarningMessage } = vscode.window;
    const told: unknown[] = [];
    const answer = async (_message: string, _options: object, button: string) => {
      Object.assign(vscode.window, { showWarningMessage });
      told.push(button);
      await meanwhile();
      return button;
    };
    Object.assign(vscode.window, { showWarningMessage: answer });
    await vscode.commands.executeCommand("raze.undoLastSave", document.uri);
    return told;
  };

  it("is not sent when the person was told so, even if the draft is saved meanwhile", async () => {
    const document = await open();
    const before = remote(product).position;
    await setFields(document, { position: "Director" });
    await save(document);
    await setFields(document, { company: "Initech" });
    assert.deepEqual(await undo(document, () => save(document)), ["Put into the Draft"]);
    assert.deepEqual(product.takeReceived(), []);
    assert.equal(remote(product).position, "Director");
    assert.ok(document.isDirty && JSON.parse(document.getText()).position === before);
  });

  it("leaves a clean document, though the contact is read during its save", async () => {
    const document = await open();
    await setFields(document, { position: "Chair" });
    await save(document);
    const fault = (_: unknown, go: () => Promise<Response>) =>
      Promise.resolve(vscode.commands.executeCommand("raze.reloadContact", document.uri)).then(go);
    product.sandbox.faults.next(fault, { on: "update" });
    assert.deepEqual(await undo(document), ["Undo"]);
    assert.notEqual(remote(product).position, "Chair");
    assert.equal(JSON.parse(document.getText()).position, remote(product).position);
    await until(() => !document.isDirty, "the document is clean");
    await vscode.commands.executeCommand("raze.saveContact", document.uri);
    assert.equal(product.takeReceived().filter((call) => call.startsWith("PUT")).length, 1);
  });

  it("is kept as a draft when VS Code lets go of the document before the save is refused", async () => {
    const document = await open();
    const before = remote(product).position;
    await setFields(document, { position: "Partner" });
    await save(document);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    const fault = async () => {
      await openLongTexts();
      await until(() => document.isClosed, "the document is let go");
      return new Response(null, { status: 500 });
    };
    product.sandbox.faults.next(fault, { on: "update" });
    await undo(document);
    await until(() => openDocument(document.uri)?.isDirty === true, "there is a draft");
    assert.equal(JSON.parse(openDocument(document.uri)?.getText() ?? "").position, before);
    assert.equal(remote(product).position, "Partner");
  });
});

/** VS Code keeps what extensions open for a while, but no more than 80 MB of it. */
async function openLongTexts(): Promise<void> {
  const provider = { provideTextDocumentContent: () => "a".repeat(30_000_000) };
  const registration = vscode.workspace.registerTextDocumentContentProvider("long", provider);
  for (const name of ["1", "2", "3"]) await vscode.workspace.openTextDocument(vscode.Uri.parse(`long:${name}`));
  registration.dispose();
}
