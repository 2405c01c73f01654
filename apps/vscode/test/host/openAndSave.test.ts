import assert from "node:assert/strict";
import * as vscode from "vscode";
import { answering, contactPath, johnDoe, remote, setFields, showText, type, until, useSignedIn } from "./product.ts";

describe("a contact as a document", () => {
  const product = useSignedIn();

  const open = () => showText(product);
  /** VS Code's own save, agreed to. */
  const save = async (document: vscode.TextDocument) => {
    let isSaved = false;
    await answering("Send", async () => {
      isSaved = await document.save();
    });
    return isSaved;
  };

  it("opens with one call and saves with two, the update as small as can be", async () => {
    const document = await open();
    assert.equal(document.languageId, "raze-contact");
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`]);

    await setFields(document, { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] });
    assert.ok(await save(document));
    assert.deepEqual(product.takeReceived(), [
      `GET ${contactPath}`,
      `PUT ${contactPath} {"position":"VP of Engineering","tags":["hot-lead","enterprise"]}`,
    ]);
    assert.equal(document.isDirty, false);
  });

  it("asks the server nothing to stat, to look at, or to save what is unchanged", async () => {
    const document = await open();
    product.takeReceived();
    await vscode.workspace.fs.stat(document.uri);
    await type(document, `${document.getText()}\n`);
    assert.ok(await save(document));
    assert.deepEqual(product.takeReceived(), []);
  });

  it("is not sent by a save that VS Code or another extension begins, unless the person agrees", async () => {
    const document = await open();
    await setFields(document, { position: "Saved by the way" });
    product.takeReceived();
    const saveAll = () => vscode.workspace.saveAll();
    const question = "Send the changes of John Doe?\nPosition: VP of Engineering → Saved by the way";
    assert.ok((await answering(undefined, saveAll)).includes(question));
    assert.deepEqual(product.takeReceived(), []);
    assert.ok(document.isDirty && document.getText().includes("Saved by the way"));
    assert.ok((await answering("Send", saveAll)).includes(question));
    assert.deepEqual(product.takeReceived().slice(1), [`PUT ${contactPath} {"position":"Saved by the way"}`]);
    assert.equal(document.isDirty, false);
  });

  it("merges what somebody else changed, and shows it", async () => {
    const document = await open();
    await setFields(document, { company: "Initech" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), phone: "+5511888888888" });
    assert.ok(await save(document));
    assert.deepEqual(product.takeReceived().slice(-1), [`PUT ${contactPath} {"company":"Initech"}`]);
    assert.equal(remote(product).phone, "+5511888888888");
    await until(() => document.getText().includes("+5511888888888"), "the document shows the other's phone");
    assert.equal(document.isDirty, false);
  });

  it("refuses a conflict of equal length and keeps the draft", async () => {
    const document = await open();
    await setFields(document, { position: "CTO" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), position: "CFO" });
    product.takeReceived();
    assert.equal(await save(document), false);
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`]);
    assert.equal(remote(product).position, "CFO");
    assert.ok(document.isDirty && document.getText().includes("CTO"));
  });

  it("does not let a look at the contact move the base under a draft", async () => {
    const document = await open();
    await setFields(document, { position: "Board member" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), company: "Hooli" });
    await vscode.workspace.fs.readFile(document.uri);
    assert.ok(await save(document));
    assert.equal(remote(product).company, "Hooli");
    assert.equal(remote(product).position, "Board member");
  });

  it("takes the server's values and a new base on Revert File", async () => {
    const document = await open();
    await setFields(document, { position: "Nobody" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), company: "Globex" });
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await until(() => document.getText().includes("Globex"), "the document shows the server's company");
    await setFields(document, { company: "Globex Corporation" });
    assert.ok(await save(document));
    assert.equal(remote(product).company, "Globex Corporation");
  });

  it("gives the old base back with the old text when a merged save is undone", async () => {
    const document = await open();
    await setFields(document, { position: "Chair" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), company: "Umbrella" });
    assert.ok(await save(document));
    await until(() => document.getText().includes("Umbrella"), "the document shows the other's company");
    await vscode.commands.executeCommand("undo");
    await until(() => !document.getText().includes("Umbrella"), "the old text is back");
    await setFields(document, { position: "Chairwoman" });
    assert.ok(await save(document));
    assert.equal(remote(product).company, "Umbrella", "the old company in the undone text is nobody's edit");
    assert.equal(remote(product).position, "Chairwoman");
  });

  it("gives the draft and its base back when a reload is undone", async () => {
    const document = await open();
    await setFields(document, { position: "Intern" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), company: "Stark" });
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    await until(() => document.getText().includes("Stark") && !document.isDirty, "the document is the server's");
    assert.ok(!document.getText().includes("Intern"));
    await vscode.commands.executeCommand("undo");
    await until(() => document.getText().includes("Intern"), "the draft is back");
    assert.ok(await save(document));
    assert.equal(remote(product).company, "Stark");
    assert.equal(remote(product).position, "Intern");
  });

  it("sends an undo that goes back behind a save", async () => {
    const document = await open();
    await setFields(document, { position: "Before" });
    assert.ok(await save(document));
    product.sandbox.contacts.set(johnDoe, { ...remote(product), company: "Wayne" });
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    await until(() => document.getText().includes("Wayne") && !document.isDirty, "the document is the server's");
    await setFields(document, { position: "After" });
    assert.ok(await save(document));
    await vscode.commands.executeCommand("undo");
    await until(() => document.getText().includes("Before"), "the old position is back");
    assert.ok(await save(document));
    assert.equal(remote(product).position, "Before");
    assert.equal(remote(product).company, "Wayne");
  });

  it("keeps the draft when a reload fails", async () => {
    const document = await open();
    await setFields(document, { position: "Keeper" });
    const [key] = product.sandbox.keys.keys();
    assert.ok(key);
    product.sandbox.keys.set(key, { permissions: ["contacts:write"] });
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    product.sandbox.keys.set(key, { permissions: ["contacts:read", "contacts:write", "contacts:delete"] });
    assert.ok(document.getText().includes("Keeper") && document.getText().includes("john@example.com"));
    assert.ok(document.isDirty);
  });

  it("takes what the server already has for saved, and knows it from then on", async () => {
    const document = await open();
    await setFields(document, { position: "Same" });
    product.sandbox.contacts.set(johnDoe, { ...remote(product), position: "Same" });
    product.takeReceived();
    assert.ok(await save(document));
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`]);
    await setFields(document, { position: "Other" });
    assert.ok(await save(document), "no conflict with what both have agreed on");
    assert.equal(remote(product).position, "Other");
  });

  it("is not sent by auto-save, where somebody has switched it on", async () => {
    const document = await open();
    const files = vscode.workspace.getConfiguration("files", { languageId: "raze-contact" });
    const everywhere = vscode.ConfigurationTarget.Global;
    let isTried = false;
    const listening = vscode.workspace.onWillSaveTextDocument(({ reason }) => {
      isTried ||= reason === vscode.TextDocumentSaveReason.AfterDelay;
    });
    await files.update("autoSave", "afterDelay", everywhere, true);
    await files.update("autoSaveDelay", 100, everywhere, true);
    try {
      const asked = await answering("Send", async () => {
        await setFields(document, { position: "Saved by nobody" });
        await until(() => isTried, "VS Code tries to save it");
        await new Promise((resolve) => setTimeout(resolve, 200)); // what must not happen cannot be waited for
      });
      assert.deepEqual(asked, []);
      assert.ok(document.isDirty && document.getText().includes("Saved by nobody"));
      assert.ok(product.takeReceived().every((call) => call.startsWith("GET")));
    } finally {
      listening.dispose();
      await files.update("autoSave", undefined, everywhere, true);
      await files.update("autoSaveDelay", undefined, everywhere, true);
    }
  });

  it("sends nothing that a person did not save", async () => {
    const document = await open();
    product.takeReceived();
    const bytes = new TextEncoder().encode('{ "name": "Mallory" }');
    await assert.rejects(async () => vscode.workspace.fs.writeFile(document.uri, bytes), /To send a contact, use Save/);
    const settings = vscode.workspace.getConfiguration("files", { languageId: "raze-contact" });
    assert.equal(settings.get("autoSave"), "off");
    assert.deepEqual(product.takeReceived(), []);
  });

  for (const [what, text, reason] of [
    ["broken JSON", '{ "name": "A", ', /./],
    ["doubled keys", '{ "name": "A",\n "name": "B" }', /[Dd]uplicate/],
    ["a field outside the eight", '{ "nickname": "J" }', /nickname is not a field/],
    ["null", '{ "email": null }', /null is not allowed/],
    ["a blank name", '{ "name": " " }', /cannot be blank/],
  ] as const) {
    it(`refuses ${what}, keeps the text and shows the place`, async () => {
      const document = await open();
      product.takeReceived();
      await type(document, text);
      assert.equal(await save(document), false);
      assert.equal(document.getText(), text);
      assert.ok(document.isDirty);
      assert.deepEqual(product.takeReceived(), []);
      const shown = () => vscode.languages.getDiagnostics(document.uri);
      await until(() => shown().length > 0, "a diagnostic");
      const places = new Set(shown().map(({ range }) => JSON.stringify(range)));
      assert.equal(places.size, shown().length, "nothing is said twice of one place");
      assert.match(
        shown()
          .map(({ message }) => message)
          .join(),
        reason,
      );
    });
  }

  it("opens with unknown values when reading is refused, and sends just what is set", async () => {
    const [key] = product.sandbox.keys.keys();
    assert.ok(key);
    product.sandbox.keys.set(key, { permissions: ["contacts:write"] });
    const path = "/external/v1/contacts/cnt_nxi7l4cjfqgm";
    try {
      const document = await vscode.workspace.openTextDocument(product.uri("cnt_nxi7l4cjfqgm"));
      await vscode.window.showTextDocument(document);
      assert.equal(document.getText(), "{}\n");
      await setFields(document, { phone: "+5511777777777" });
      product.takeReceived();
      assert.ok(await save(document));
      assert.deepEqual(product.takeReceived(), [`PUT ${path} {"phone":"+5511777777777"}`]);
      await until(() => document.getText().includes('"email"'), "the answer's values");
      await setFields(document, { phone: "+5511666666666" });
      assert.ok(await save(document), "a second save does not read either");
      assert.deepEqual(product.takeReceived(), [`PUT ${path} {"phone":"+5511666666666"}`]);
    } finally {
      product.sandbox.keys.set(key, { permissions: ["contacts:read", "contacts:write", "contacts:delete"] });
    }
  });
});
