import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { KeptBase } from "../../src/contacts/keptBase.ts";
import { KeptBases } from "../../src/contacts/keptBases.ts";

const contact = vscode.Uri.parse("raze-contact://test/cnt_abc123def456.raze-contact");
const base = (position: string): KeptBase => ({
  kind: "known",
  values: { position },
  facts: {},
  isReadable: true,
  hasTagObjects: false,
});

describe("kept bases", () => {
  let folder: vscode.Uri;
  const window = () => new KeptBases(() => folder);

  beforeEach(() => {
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    folder = vscode.Uri.joinPath(workspace.uri, `bases-${crypto.randomUUID()}`);
  });
  afterEach(() => vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false }));

  it("outlive the window", async () => {
    await window().keep(contact, base("CEO"));
    const afterReload = window();
    assert.deepEqual(await afterReload.find(contact), base("CEO"));
    await afterReload.keep(contact, base("CTO"));
    assert.deepEqual(await window().find(contact), base("CTO"));
  });

  it("are gone when the contact is closed, and none is found then", async () => {
    const bases = window();
    await bases.keep(contact, base("CEO"));
    await bases.forget(contact);
    assert.equal(await window().find(contact), undefined);
    await vscode.workspace.fs.createDirectory(folder);
  });

  it("that are half written count as lost", async () => {
    await window().keep(contact, base("CEO"));
    const file = vscode.Uri.joinPath(folder, "test", "cnt_abc123def456.raze-contact.json");
    await vscode.workspace.fs.stat(file);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{"kind":'));
    assert.equal(await window().find(contact), undefined);
  });
});
