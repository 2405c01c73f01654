import assert from "node:assert/strict";
import * as vscode from "vscode";
import { contactPath, johnDoe, setFields, until, useSignedIn } from "./product.ts";

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
    const drafting = tool("raze_draft_contact_update");
    await assert.rejects(drafting.prepare({ id: johnDoe, update: { email: "nobody" } }), /email: An e-mail address/);
    await assert.rejects(drafting.invoke({ id: johnDoe, update: { stage: "won" } }), /not a field/);
    await assert.rejects(drafting.invoke({ id: johnDoe }), /./);
    assert.deepEqual(product.takeReceived(), []);
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
});
