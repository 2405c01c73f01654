import assert from "node:assert/strict";
import { connectionReset, type Fault, rateLimited } from "@raze-contacts/sandbox/faults";
import * as vscode from "vscode";
import { openDocument } from "../../src/contacts/document/contactUri.ts";
import {
  answering,
  canaryKey,
  contactPath,
  johnDoe,
  remote,
  setFields,
  showText,
  type,
  until,
  useSignedIn,
} from "./product.ts";

/** A promise that is settled from outside. */
function later<Value>() {
  let settle: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

describe("our own Save", () => {
  const product = useSignedIn();

  const open = async () => {
    const document = await showText(product);
    product.takeReceived();
    return document;
  };
  /** Holds the next update up until it is let go. */
  const holdUpdate = () => {
    const held = later<void>();
    product.sandbox.faults.next((_, go) => held.promise.then(go), { on: "update" });
    return held.settle;
  };
  /** Holds the answer of the next read back until it is let go. */
  const holdRead = () => {
    const held = later<void>();
    const late: Fault = async (_, go) => {
      const answer = await go();
      await held.promise;
      return answer;
    };
    product.sandbox.faults.next(late, { on: "get" });
    return held.settle;
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
    const answer = holdUpdate();
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

  it("lets VS Code's save wait, which then has nothing to send", async () => {
    const document = await open();
    await setFields(document, { position: "Once" });
    const answer = holdUpdate();
    const first = save(document);
    await until(() => product.sandbox.received.length === 2, "the update is on its way");
    const asked = answering(undefined, () => document.save());
    await new Promise((resolve) => setTimeout(resolve, 200)); // what must not happen cannot be waited for
    answer();
    await first;
    assert.deepEqual(await asked, []);
    await until(() => !document.isDirty, "the document is clean");
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`, `PUT ${contactPath} {"position":"Once"}`]);
  });

  it("says nothing false about a contact that is closed meanwhile", async () => {
    // Not opened by a test before, which would keep its document for minutes.
    const id = "cnt_nxi7l4cjfqgm";
    await vscode.commands.executeCommand("vscode.open", product.uri(id));
    const document = openDocument(product.uri(id));
    assert.ok(document);
    product.takeReceived();
    await setFields(document, { position: "Closed" });
    const answer = holdUpdate();
    let closed: Thenable<unknown> = Promise.resolve();
    const told = await answering(undefined, async () => {
      const saving = save(document);
      await until(() => product.sandbox.received.length === 2, "the update is on its way");
      closed = vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await until(() => document.isClosed, "the contact is closed");
      answer();
      await saving;
    });
    await closed;
    assert.deepEqual(told, []);
    assert.equal(product.sandbox.contacts.get(id)?.position, "Closed");
  });

  it("leaves a contact that is opened anew meanwhile with the values that it was opened with", async () => {
    const id = "cnt_nxi7l4cjfqgm";
    await vscode.commands.executeCommand("vscode.open", product.uri(id));
    const document = openDocument(product.uri(id));
    assert.ok(document);
    product.takeReceived();
    await setFields(document, { position: "Sent" });
    const answer = holdUpdate();
    const saving = save(document);
    await until(() => product.sandbox.received.length === 2, "the update is on its way");
    const closed = vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await until(() => document.isClosed, "the contact is closed");
    await closed;
    await vscode.commands.executeCommand("vscode.open", product.uri(id));
    const again = openDocument(product.uri(id));
    assert.ok(again);
    answer();
    await saving;
    product.takeReceived();
    await setFields(again, { phone: "+5511777777777" });
    await save(again);
    assert.equal(product.takeReceived()[1], `PUT /external/v1/contacts/${id} {"phone":"+5511777777777"}`);
    assert.equal(product.sandbox.contacts.get(id)?.position, "Sent");
  });

  it("takes nothing back that it sent, when the contact is reloaded meanwhile", async () => {
    const document = await open();
    await setFields(document, { position: "Sent" });
    const answer = holdUpdate();
    const saving = save(document);
    await until(() => product.sandbox.received.length === 2, "the update is on its way");
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    answer();
    await saving;
    product.takeReceived();
    await setFields(document, { phone: "+5511777777777" });
    await save(document);
    assert.equal(product.takeReceived()[1], `PUT ${contactPath} {"phone":"+5511777777777"}`);
    assert.equal(remote(product).position, "Sent");
  });

  it("takes nothing back of what becomes of its account meanwhile", async () => {
    const { account, accounts, sandbox } = product;
    const document = await open();
    await setFields(document, { position: "Refused" });
    const refuse = async () => {
      await accounts.rename(account, "Another name");
      await accounts.signOut(account);
      return Response.json({ success: false, error: { code: "INSUFFICIENT_PERMISSIONS" } }, { status: 403 });
    };
    sandbox.faults.next(refuse, { on: "update" });
    assert.match((await answering(undefined, () => save(document))).join(), /lacks a permission/);
    const after = accounts.byId(account.id);
    await accounts.signIn(account, canaryKey);
    assert.deepEqual([after?.label, after?.isSignedOut], ["Another name", true]);
  });

  it("sends nothing of a draft that is given up while the key is asked for", async () => {
    const { account, accounts } = product;
    const document = await open();
    const before = document.getText();
    await setFields(document, { position: "Given up" });
    await accounts.signOut(account);
    const { createInputBox } = vscode.window;
    const asked = later<vscode.InputBox>();
    const createAndTell = () => {
      const box = createInputBox();
      asked.settle(box);
      return box;
    };
    Object.assign(vscode.window, { createInputBox: createAndTell });
    try {
      const told = await answering(undefined, async () => {
        const saving = save(document);
        const box = await asked.promise;
        await type(document, before);
        box.value = canaryKey;
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        await saving;
      });
      assert.match(told.join(), /Your text is kept, but was not sent/);
      assert.ok(await accounts.hasKey(account));
    } finally {
      Object.assign(vscode.window, { createInputBox });
      await accounts.signIn(account, canaryKey);
    }
    assert.ok(product.takeReceived().every((call) => call.startsWith("GET")));
  });

  it("leaves nothing that could be undone to whoever signs out meanwhile", async () => {
    const { account, accounts } = product;
    const document = await open();
    await setFields(document, { position: "Signed out" });
    const answer = holdUpdate();
    const saving = save(document);
    await until(() => product.sandbox.received.length === 2, "the update is on its way");
    const { showQuickPick } = vscode.window;
    const choose = async (items: { account: { id: string } }[]) => items.find((item) => item.account.id === account.id);
    Object.assign(vscode.window, { showQuickPick: choose });
    try {
      await vscode.commands.executeCommand("raze.signOut");
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    answer();
    await saving;
    assert.equal(remote(product).position, "Signed out");
    await accounts.signIn(account, canaryKey);
    const asked = await answering(undefined, () => vscode.commands.executeCommand("raze.undoLastSave", document.uri));
    assert.ok(!asked.join().includes("Signed out"), asked.join());
  });

  it("is not hidden again by what Update Field… began to read before it", async () => {
    const document = await open();
    const answer = holdRead();
    const updateField = () => vscode.commands.executeCommand("raze.updateField", document.uri);
    const first = updateField();
    await until(() => product.sandbox.received.length === 1, "the read is on its way");
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await first;
    await setFields(document, { position: "Saved during a look" });
    await save(document);
    await until(() => !document.isDirty, "the document is clean");
    const second = updateField();
    await until(() => product.sandbox.received.length >= 4, "the second time it is read anew");
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await second;
    answer();
    await until(() => product.sandbox.received.length >= 5, "what was read late is read anew");
    await new Promise((resolve) => setTimeout(resolve, 500)); // what must not happen cannot be waited for
    assert.equal(JSON.parse(document.getText()).position, "Saved during a look");
  });

  it("knows that the server keeps tags as objects, though its answer does not show them", async () => {
    const { faults } = product.sandbox;
    const tags = remote(product).tags?.map((name, id) => ({ id, name, color: "red" }));
    const answerWith =
      (changed: object): Fault =>
      async (_, go) => {
        const { data, ...rest } = JSON.parse(await (await go()).text());
        return Response.json({ ...rest, data: { ...data, ...changed } });
      };
    faults.always(answerWith({ tags }), { on: "get" });
    faults.next(answerWith({ tags: null }), { on: "update" });
    try {
      const document = await open();
      await vscode.commands.executeCommand("raze.reloadContact", document.uri);
      await setFields(document, { position: "Without tags" });
      await save(document);
      await until(() => !document.isDirty, "the document is clean");
      faults.always(connectionReset(), { on: "get" });
      await setFields(document, { tags: ["vip"] });
      product.takeReceived();
      const told = await answering("Save Unchecked", async (asked) => {
        await save(document);
        await until(() => asked.length === 2, "the second message is there");
      });
      assert.match(told[1] ?? "", /keeps tags as objects/);
      assert.ok(product.takeReceived().every((call) => call.startsWith("GET")));
    } finally {
      faults.clear();
    }
  });

  it("is seen by a reload that began before it", async () => {
    const document = await open();
    const answer = holdRead();
    const reloading = vscode.commands.executeCommand("raze.reloadContact", document.uri);
    await until(() => product.sandbox.received.length === 1, "the read is on its way");
    await setFields(document, { position: "Saved during a reload" });
    await save(document);
    answer();
    await reloading;
    assert.equal(JSON.parse(document.getText()).position, "Saved during a reload");
    await until(() => !document.isDirty, "the document is clean");
  });

  it("is undone from what the server holds, whatever was being read before it", async () => {
    const document = await open();
    const answer = holdRead();
    const comparing = vscode.commands.executeCommand("raze.reviewChanges", document.uri);
    await until(() => product.sandbox.received.length === 1, "the read is on its way");
    await setFields(document, { position: "Saved during a read" });
    await save(document);
    const undoing = answering(undefined, () => vscode.commands.executeCommand("raze.undoLastSave", document.uri));
    await until(() => product.sandbox.received.length === 4, "the undo reads");
    answer();
    await comparing;
    assert.match((await undoing).join(), /^Undo the last save of .*\n.*Saved during a read →/);
  });

  it("is sent as a change when it goes back to what somebody has looked at meanwhile", async () => {
    const document = await open();
    const before = document.getText();
    await setFields(document, { position: "Looked at" });
    await vscode.workspace.fs.readFile(document.uri);
    const answer = holdUpdate();
    const saving = save(document);
    await until(() => product.sandbox.received.some(({ method }) => method === "PUT"), "the update is on its way");
    await setFields(document, { position: "Typed on" });
    answer();
    await saving;
    assert.equal(remote(product).position, "Looked at");
    await type(document, before);
    await save(document);
    assert.equal(remote(product).position, JSON.parse(before).position);
  });

  it("is what is undone, when that is asked for while it is on its way", async () => {
    const document = await open();
    await setFields(document, { position: "First" });
    await save(document);
    await until(() => !document.isDirty, "the document is clean");
    await setFields(document, { position: "Second" });
    product.takeReceived();
    const answer = holdUpdate();
    const saving = save(document);
    await until(() => product.sandbox.received.some(({ method }) => method === "PUT"), "the update is on its way");
    const undoing = answering(undefined, () => vscode.commands.executeCommand("raze.undoLastSave", document.uri));
    await new Promise((resolve) => setTimeout(resolve, 200)); // what must not happen cannot be waited for
    answer();
    await saving;
    assert.match((await undoing).join(), /^Undo the last save of .*\nPosition: Second → First$/);
  });

  it("leaves it to the person to wait, however short the server asks to", async () => {
    const document = await open();
    await setFields(document, { position: "Patient" });
    product.sandbox.faults.next(rateLimited({ header: "1" }), { on: "update" });
    const told = await answering(undefined, () => save(document));
    assert.match(told.join(), /used up until/);
    assert.equal(product.takeReceived().filter((call) => call.startsWith("PUT")).length, 1);
    await save(document);
    assert.equal(remote(product).position, "Patient");
  });

  it("saves unchecked, once, when that is asked for during another save", async () => {
    const document = await open();
    await setFields(document, { position: "Unread" });
    const { faults, received } = product.sandbox;
    const press = later<string>();
    const answer = later<void>();
    faults.always(connectionReset(), { on: "get" });
    try {
      await answering(press.promise, async (asked) => {
        await save(document);
        assert.match(asked.join(), /Nothing was sent/);
        const before = received.length;
        faults.next((call, go) => answer.promise.then(() => connectionReset()(call, go)), { on: "get" });
        const again = save(document);
        await until(() => received.length > before, "the next save looks at the server");
        press.settle("Save Unchecked");
        await new Promise((resolve) => setTimeout(resolve, 200)); // what must not happen cannot be waited for
        assert.ok(document.isDirty);
        answer.settle();
        await again;
        await until(() => !document.isDirty, "the document is clean");
      });
    } finally {
      faults.clear();
    }
    assert.deepEqual(
      product.takeReceived().filter((call) => call.startsWith("PUT")),
      [`PUT ${contactPath} {"position":"Unread"}`],
    );
  });

  it("says why the step that a message offers fails too", async () => {
    const document = await open();
    await setFields(document, { position: "Unheard" });
    const fail: Fault = (call, go) => {
      product.sandbox.faults.always(connectionReset());
      return connectionReset("after")(call, go);
    };
    product.sandbox.faults.next(fail, { on: "update" });
    try {
      const told = await answering("Compare", async (asked) => {
        await save(document);
        await until(() => asked.length === 2, "the comparison failed and said so");
      });
      assert.match(told[0] ?? "", /is not known/);
      assert.match(told[1] ?? "", /connection/);
    } finally {
      product.sandbox.faults.clear();
    }
  });

  it("asks the server nothing when nothing is changed", async () => {
    const document = await open();
    await save(document);
    assert.deepEqual(product.takeReceived(), []);
  });
});
