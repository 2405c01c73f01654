import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { KeptBase } from "../../src/contacts/base/keptBase.ts";
import { KeptBases } from "../../src/contacts/base/keptBases.ts";
import { johnDoe, showText, useSignedIn } from "./product.ts";

const contact = vscode.Uri.parse("raze-contact://test/cnt_abc123def456.raze-contact");
const base = (position: string): KeptBase => ({
  kind: "known",
  values: { position },
  facts: {},
  isReadable: true,
  hasTagObjects: false,
});

describe("kept bases", () => {
  const product = useSignedIn();
  let folder: vscode.Uri;
  let failures: unknown[];
  const window = () =>
    new KeptBases(
      () => folder,
      (error) => failures.push(error),
    );

  beforeEach(() => {
    failures = [];
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    folder = vscode.Uri.joinPath(workspace.uri, `bases-${crypto.randomUUID()}`);
  });
  afterEach(() => vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false }));

  it("outlive the window", async () => {
    await window().keep(contact, base("CEO"), "text");
    const afterReload = window();
    assert.deepEqual(await afterReload.find(contact, "text"), base("CEO"));
    await afterReload.keep(contact, base("CTO"), "other text");
    assert.deepEqual(await window().find(contact, "other text"), base("CTO"));
  });

  it("are found for every text that the draft has had over them, and for no other", async () => {
    const bases = window();
    await bases.keep(contact, base("CEO"), "one");
    await bases.follow(contact, "two");
    assert.deepEqual(await window().find(contact, "one"), base("CEO"));
    assert.deepEqual(await window().find(contact, "two"), base("CEO"));
    assert.equal(await window().find(contact, "three"), undefined);
    await bases.keep(contact, base("CTO"), "three");
    assert.equal(await window().find(contact, "two"), undefined);
    await bases.move(contact, base("CFO"));
    assert.deepEqual(await window().find(contact, "three"), base("CFO"));
  });

  it("are gone when the contact is closed, and none is found then", async () => {
    const bases = window();
    await bases.keep(contact, base("CEO"), "text");
    await bases.forget(contact);
    assert.equal(await window().find(contact, "text"), undefined);
    await vscode.workspace.fs.createDirectory(folder);
  });

  it("that an earlier window has left behind go, and those of documents and of this window stay", async () => {
    const shown = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    const [left, other] = ["cnt_left0000001", "cnt_other000001"].map((id) => product.uri(id));
    assert.ok(left && other);
    for (const one of [left, other, shown.uri]) await window().keep(one, base("CEO"), "text");
    const bases = window();
    await bases.keep(contact, base("CEO"), "text");
    await bases.find(other, "text");
    await bases.forgetUnused();
    const found = async (one: vscode.Uri) => (await window().find(one, "text")) !== undefined;
    assert.deepEqual(await Promise.all([left, other, shown.uri, contact].map(found)), [false, true, true, true]);
  });

  it("of an account that is signed out go, also of a document without a tab", async () => {
    const { uri } = await vscode.workspace.openTextDocument(product.uri("cnt_cid3ycicn8tb"));
    const shown = await showText(product);
    const bases = window();
    for (const one of [uri, shown.uri, contact]) await bases.keep(one, base("CEO"), "text");
    await bases.forgetUnused(product.account.id);
    const found = async (one: vscode.Uri) => (await window().find(one, "text")) !== undefined;
    assert.deepEqual(await Promise.all([uri, shown.uri, contact].map(found)), [false, true, true]);
  });

  it("that are half written count as lost", async () => {
    await window().keep(contact, base("CEO"), "text");
    const file = vscode.Uri.joinPath(folder, "test", "cnt_abc123def456.raze-contact.json");
    await vscode.workspace.fs.stat(file);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{"base":'));
    assert.equal(await window().find(contact, "text"), undefined);
  });

  it("are there as long as the window when the disk fails, and the failure is told", async () => {
    await vscode.workspace.fs.writeFile(folder, new Uint8Array()); // a file where a folder has to be
    const bases = window();
    await bases.keep(contact, base("CEO"), "text");
    assert.deepEqual(await bases.find(contact, "text"), base("CEO"));
    assert.equal(failures.length, 1);
    await bases.forget(contact);
    assert.equal(await window().find(contact, "text"), undefined);
  });
});
