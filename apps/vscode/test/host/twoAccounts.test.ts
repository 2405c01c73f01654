import assert from "node:assert/strict";
import * as vscode from "vscode";
import { contactPath, johnDoe, remote, type SignedIn, setFields, until, useSignedIn } from "./product.ts";

describe("one id in two accounts", () => {
  const home = useSignedIn();
  const work = useSignedIn();

  const open = async (product: SignedIn) => {
    const document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    await vscode.window.showTextDocument(document, { preview: false });
    product.takeReceived();
    return document;
  };
  const save = async (document: vscode.TextDocument) => {
    await vscode.commands.executeCommand("raze.saveContact", document.uri);
    await until(() => !document.isDirty, "the document is clean");
  };

  it("are two documents, and each is saved to its own server over its own values", async () => {
    work.sandbox.contacts.set(johnDoe, { ...remote(work), company: "Initech", position: "CFO" });
    const [atHome, atWork] = [await open(home), await open(work)];
    await setFields(atHome, { position: "Gardener" });
    await setFields(atWork, { position: "Chair" });
    await save(atHome);
    assert.deepEqual(home.takeReceived(), [`GET ${contactPath}`, `PUT ${contactPath} {"position":"Gardener"}`]);
    assert.deepEqual(work.takeReceived(), []);
    assert.ok(atWork.isDirty);
    await save(atWork);
    assert.deepEqual(work.takeReceived(), [`GET ${contactPath}`, `PUT ${contactPath} {"position":"Chair"}`]);
    assert.deepEqual(home.takeReceived(), []);
    assert.deepEqual([remote(home).position, remote(work).position], ["Gardener", "Chair"]);
  });

  it("are not given to a model for each other, when the person switches accounts while they are asked", async () => {
    work.sandbox.contacts.set(johnDoe, { ...remote(work), company: "Initech" });
    const { raze_get_contact: tool } = work.tools;
    assert.ok(tool);
    const [input, { token }] = [{ id: johnDoe }, new vscode.CancellationTokenSource()];
    await home.accounts.use(home.account);
    await tool.prepareInvocation({ input }, token);
    await home.accounts.use(work.account);
    await tool.invoke({ input, toolInvocationToken: undefined }, token);
    assert.deepEqual([home.takeReceived(), work.takeReceived()], [[`GET ${contactPath}`], []]);
  });

  it("are not drafted into for each other, when the person switches accounts while they are asked", async () => {
    const { raze_draft_contact_update: tool } = work.tools;
    assert.ok(tool);
    const id = "cnt_cid3ycicn8tb";
    const [input, { token }] = [{ id, update: { position: "Chair" } }, new vscode.CancellationTokenSource()];
    await home.accounts.use(home.account);
    await tool.prepareInvocation({ input }, token);
    await home.accounts.use(work.account);
    await tool.invoke({ input, toolInvocationToken: undefined }, token);
    assert.deepEqual([home.isOpen(id), work.isOpen(id)], [true, false]);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    home.takeReceived();
    work.takeReceived();
  });

  it("are not closed, nor saved, with each other", async () => {
    const [atHome, atWork] = [await open(home), await open(work)];
    await setFields(atWork, { position: "President" });
    await vscode.window.showTextDocument(atHome);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await until(() => !home.isOpen(johnDoe), "the clean one is closed");
    await save(atWork);
    assert.deepEqual([remote(home).position, remote(work).position], ["Gardener", "President"]);
    assert.deepEqual(work.takeReceived(), [`GET ${contactPath}`, `PUT ${contactPath} {"position":"President"}`]);
  });
});
