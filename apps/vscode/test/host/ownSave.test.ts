import assert from "node:assert/strict";
import * as vscode from "vscode";
import { contactPath, johnDoe, remote, setFields, until, useSignedIn } from "./product.ts";

describe("our own Save", () => {
  const product = useSignedIn();

  const open = async () => {
    const document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    await vscode.window.showTextDocument(document);
    product.takeReceived();
    return document;
  };
  const save = (document: vscode.TextDocument) => vscode.commands.executeCommand("raze.saveContact", document.uri);

  it("sends once, and leaves a clean document", async () => {
    const document = await open();
    await setFields(document, { position: "Director" });
    await save(document);
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`, `PUT ${contactPath} {"position":"Director"}`]);
    await until(() => !document.isDirty, "the document is clean");
  });

  it("shows what others changed", async () => {
    const document = await open();
    await setFields(document, { company: "Initech" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), phone: "+5511888888888" });
    await save(document);
    await until(() => document.getText().includes("+5511888888888"), "the document shows the other's phone");
    assert.equal(document.isDirty, false);
    assert.equal(remote(product).company, "Initech");
  });

  it("refuses a conflict, and keeps the draft", async () => {
    const document = await open();
    await setFields(document, { position: "CTO" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), position: "CFO" });
    await save(document);
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`]);
    assert.ok(document.isDirty && document.getText().includes("CTO"));
  });

  it("waits during a save, then sends the newest text once", async () => {
    const document = await open();
    await setFields(document, { position: "One" });
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    product.sandbox.faults.next((_, go) => held.then(go), { on: "update" });
    const first = save(document);
    await until(() => product.sandbox.received.length === 2, "the first update is on its way");
    await setFields(document, { position: "Two" });
    const second = save(document);
    await setFields(document, { position: "Three" });
    const third = save(document);
    answer();
    await Promise.all([first, second, third]);
    await until(() => !document.isDirty, "the document is clean");
    assert.deepEqual(
      product.takeReceived().filter((call) => call.startsWith("PUT")),
      [`PUT ${contactPath} {"position":"One"}`, `PUT ${contactPath} {"position":"Three"}`],
    );
    assert.equal(remote(product).position, "Three");
  });

  it("asks the server nothing when nothing is changed", async () => {
    const document = await open();
    await save(document);
    assert.deepEqual(product.takeReceived(), []);
  });
});
