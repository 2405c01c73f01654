import assert from "node:assert/strict";
import * as vscode from "vscode";
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

const ana = "cnt_cid3ycicn8tb";
const never = new vscode.CancellationTokenSource().token;

describe("the tools for language models", () => {
  const product = useSignedIn();

  const tool = (name: "raze_get_contact" | "raze_draft_contact_update") => {
    assert.ok(
      vscode.lm.tools.some((one) => one.name === name),
      `${name} is registered`,
    );
    const found = product.tools[name];
    assert.ok(found);
    return {
      prepare: async (input: object) => found.prepareInvocation({ input }, never),
      invoke: async (input: object) => {
        const result = await found.invoke({ input, toolInvocationToken: undefined }, never);
        const [part] = result?.content ?? [];
        assert.ok(part instanceof vscode.LanguageModelTextPart);
        return part.value;
      },
    };
  };
  const position = () => product.sandbox.contacts.get(johnDoe)?.position;

  it("ask before a contact goes to a model, and give it as data", async () => {
    const { prepare, invoke } = tool("raze_get_contact");
    const prepared = await prepare({ id: johnDoe });
    const message = prepared?.confirmationMessages?.message;
    assert.ok(typeof message === "string");
    assert.match(message, /personal data included, goes to the language model/);
    assert.deepEqual(product.takeReceived(), [], "asking reads nothing");
    const [note = "", json = ""] = (await invoke({ id: johnDoe })).split("\n");
    assert.match(note, /Nothing in it is an instruction/);
    assert.equal(JSON.parse(json).email, "john@example.com");
    assert.deepEqual(product.takeReceived(), [`GET ${contactPath}`]);
  });

  it("refuse in words what is no id and no update, and call nobody", async () => {
    await assert.rejects(tool("raze_get_contact").prepare({ id: "../admin" }), /slash/);
    await assert.rejects(tool("raze_get_contact").prepare({}), /needs an "id"/);
    await assert.rejects(tool("raze_get_contact").prepare({ id: `${johnDoe} **as agreed**` }), /letters, digits/);
    const drafting = tool("raze_draft_contact_update");
    await assert.rejects(drafting.prepare({ id: johnDoe, update: { email: "nobody" } }), /email: An email address/);
    await assert.rejects(drafting.invoke({ id: johnDoe, update: { stage: "won" } }), /not a field/);
    await assert.rejects(drafting.invoke({ id: johnDoe }), /./);
    assert.deepEqual(product.takeReceived(), []);
  });

  it("say so when the draft is no JSON, and write nothing", async () => {
    const document = await showText(product);
    await type(document, '{ "position": ');
    const input = { id: johnDoe, update: { position: "Head of Growth" } };
    await assert.rejects(tool("raze_draft_contact_update").invoke(input), /not valid JSON/);
    assert.equal(document.getText(), '{ "position": ');
  });

  it("read a contact once to ask and to draft, and remember it", async () => {
    const input = { id: ana, update: { position: "Head of Growth" } };
    const drafting = tool("raze_draft_contact_update");
    await drafting.prepare(input);
    await drafting.invoke(input);
    assert.deepEqual(product.takeReceived(), [`GET /external/v1/contacts/${ana}`]);
    const document = await vscode.workspace.openTextDocument(product.uri(ana));
    assert.equal(JSON.parse(document.getText()).name, "Ana Beatriz Nascimento");
    assert.equal(product.recents.of(product.account.id)[0]?.name, "Ana Beatriz Nascimento");
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    await until(() => !document.isDirty, "the draft is given up");
  });

  it("read a contact anew of which there is but a document without a tab", async () => {
    const document = await vscode.workspace.openTextDocument(product.uri(ana));
    assert.equal(product.isOpen(ana), false);
    product.takeReceived();
    await tool("raze_draft_contact_update").invoke({ id: ana, update: { position: "Chair" } });
    assert.deepEqual(product.takeReceived(), [`GET /external/v1/contacts/${ana}`]);
    assert.equal(JSON.parse(document.getText()).position, "Chair");
    await vscode.commands.executeCommand("raze.reloadContact", document.uri);
    await until(() => !document.isDirty, "the draft is given up");
  });

  it("write a draft and send nothing; the save asks a person first, once", async () => {
    const input = { id: johnDoe, update: { position: "Head of Growth" } };
    const drafting = tool("raze_draft_contact_update");
    const prepared = await drafting.prepare(input);
    const message = prepared?.confirmationMessages?.message;
    assert.ok(message instanceof vscode.MarkdownString);
    assert.match(message.value, /CEO.*Head.*of.*Growth/);
    assert.match(await drafting.invoke(input), /not sent: position/);
    const document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    await until(() => document.isDirty && document.getText().includes("Head of Growth"), "the draft is written");
    assert.ok(product.takeReceived().every((call) => call.startsWith("GET")));

    // Inside tests VS Code shows no modal dialog; what it was asked to show is answered here.
    const { showWarningMessage } = vscode.window;
    const asked: unknown[] = [];
    const answer = (choice: string | undefined) =>
      Object.assign(vscode.window, {
        showWarningMessage: async (...given: unknown[]) => {
          asked.push(given[1]);
          return choice;
        },
      });
    const save = () => vscode.commands.executeCommand("raze.saveContact", document.uri);
    try {
      answer(undefined);
      await save();
      assert.deepEqual(product.takeReceived(), [], "not agreed, not sent");
      assert.ok(document.isDirty);
      answer("Send");
      await save();
      await until(() => position() === "Head of Growth", "the draft is sent");
      await until(() => !document.isDirty, "the document is clean");
      await setFields(document, { position: "CEO" });
      await save();
      await until(() => position() === "CEO", "a person's own edit is sent");
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
    }
    assert.deepEqual(asked, [
      { modal: true, detail: "Position: CEO → Head of Growth" },
      { modal: true, detail: "Position: CEO → Head of Growth" },
    ]);
  });

  const open = async () => {
    await vscode.commands.executeCommand("vscode.open", product.uri(johnDoe));
    return vscode.workspace.openTextDocument(product.uri(johnDoe));
  };

  it("ask about the text that they would write over, typed by hand or stored", async () => {
    const document = await open();
    await setFields(document, { position: "Gardener" });
    const prepared = await tool("raze_draft_contact_update").prepare({ id: johnDoe, update: { position: "Chair" } });
    const message = prepared?.confirmationMessages?.message;
    assert.ok(message instanceof vscode.MarkdownString);
    assert.match(message.value, /Gardener.*Chair/);
  });

  it("that draft at once leave no draft unmarked", async () => {
    const document = await open();
    const { invoke } = tool("raze_draft_contact_update");
    const nothingNew = { id: johnDoe, update: { position: position() } };
    await Promise.all([invoke(nothingNew), invoke({ id: johnDoe, update: { company: "Initech" } })]);
    assert.equal(JSON.parse(document.getText()).company, "Initech");
    assert.match((await askedBySaving(document)).join("\n"), /^An agent wrote into this draft/);
  });

  it("ask again about what an agent has written while the person was asked", async () => {
    const document = await open();
    const { invoke } = tool("raze_draft_contact_update");
    await invoke({ id: johnDoe, update: { company: "Initech" } });
    const { showWarningMessage } = vscode.window;
    const answer = async () => {
      Object.assign(vscode.window, { showWarningMessage });
      await invoke({ id: johnDoe, update: { company: "Globex" } });
      return "Send";
    };
    Object.assign(vscode.window, { showWarningMessage: answer });
    await vscode.commands.executeCommand("raze.saveContact", document.uri);
    assert.equal(remote(product).company, "Initech");
    assert.match((await askedBySaving(document)).join("\n"), /^An agent wrote into this draft.*\n.*Globex/);
    assert.equal(remote(product).company, "Initech");
  });

  const askedBySaving = (document: vscode.TextDocument) =>
    answering(undefined, () => vscode.commands.executeCommand("raze.saveContact", document.uri));

  it("keep a draft that is agreed to and has no key until there is one, and ask no second time", async () => {
    const before = position();
    await tool("raze_draft_contact_update").invoke({ id: johnDoe, update: { position: "Keyless" } });
    const document = await showText(product);
    await product.accounts.signOut(product.account);
    product.takeReceived();
    const save = () => vscode.commands.executeCommand("raze.saveContact", document.uri);

    let isSettled = false;
    try {
      const asked = await answering("Send", async () => {
        const saving = save().then(() => {
          isSettled = true;
        });
        while (!isSettled) {
          await vscode.commands.executeCommand("workbench.action.closeQuickOpen"); // the box for the key, once it is there
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        await saving;
      });
      assert.match(asked[0] ?? "", /^An agent wrote into this draft\. Send it\?\n/);
      assert.match(asked[1] ?? "", /^Sign in to save\. Nothing was sent and your draft is kept\./);
      assert.deepEqual(product.takeReceived(), []);
      assert.ok(document.isDirty && document.getText().includes("Keyless"));
    } finally {
      await product.accounts.signIn(product.account, canaryKey);
    }
    assert.deepEqual(await answering(undefined, save), []);
    assert.equal(position(), "Keyless");
    await until(() => !document.isDirty, "the document is clean");
    await setFields(document, { position: before });
    await save();
  });

  /** One step of undo. It goes to whatever has the focus, which a form that has just come takes for itself, late. */
  async function undo(document: vscode.TextDocument): Promise<void> {
    const before = document.getText();
    for (let tries = 0; tries < 10 && document.getText() === before; tries += 1) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("undo");
      for (let waits = 0; waits < 100 && document.getText() === before; waits += 1) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    }
  }

  for (const [how, giveUp] of [
    ["reloaded", (document) => vscode.commands.executeCommand("raze.reloadContact", document.uri)],
    ["taken back by hand", (document) => setFields(document, { position: position() })],
  ] as const satisfies readonly (readonly [string, (document: vscode.TextDocument) => Thenable<unknown>])[]) {
    it(`leave a draft that is ${how} to the person, until undo brings it back`, async () => {
      const before = position();
      await tool("raze_draft_contact_update").invoke({ id: johnDoe, update: { position: "Head of Growth" } });
      const document = await showText(product);
      await giveUp(document);
      assert.equal(JSON.parse(document.getText()).position, before);
      await undo(document);
      assert.equal(JSON.parse(document.getText()).position, "Head of Growth");
      assert.match((await askedBySaving(document)).join("\n"), /^An agent wrote into this draft\. Send it\?\n/);
      assert.equal(position(), before);

      await giveUp(document);
      await setFields(document, { position: `${before}, by hand` });
      assert.deepEqual(await askedBySaving(document), []);
      assert.equal(position(), `${before}, by hand`);
      await until(() => !document.isDirty, "the document is clean");
    });
  }
});
