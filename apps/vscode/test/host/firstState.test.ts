import assert from "node:assert/strict";
import * as vscode from "vscode";
import { KeptBases } from "../../src/contacts/base/keptBases.ts";
import { parseContactUri } from "../../src/contacts/document/contactUri.ts";
import { Notices } from "../../src/contacts/notices/notices.ts";
import { SaveReasons } from "../../src/contacts/save/saveReasons.ts";
import type { FormRooms } from "../../src/form/formRooms.ts";
import { FormSession } from "../../src/form/formSession.ts";
import type { FromWebview, ToWebview } from "../../src/form/protocol.ts";
import { johnDoe, showText, until, useSignedIn } from "./product.ts";

/** Stands in for the page of a form and for VS Code, which hands on what it posts and what it is sent. */
function createPage() {
  const received: ToWebview[] = [];
  const posts = new vscode.EventEmitter<FromWebview>();
  const views = new vscode.EventEmitter<void>();
  const webview = {
    onDidReceiveMessage: posts.event,
    postMessage: async (message: ToWebview) => received.push(message) > 0,
  };
  const panel = { title: "", visible: true, webview, onDidChangeViewState: views.event };
  return {
    received,
    post: (message: FromWebview) => posts.fire(message),
    goBehind: () => {
      panel.visible = false;
      views.fire();
    },
    panel: panel as unknown as vscode.WebviewPanel, // all of it that a session uses
  };
}

describe("what a form shows first", () => {
  const product = useSignedIn();
  let folder: vscode.Uri;
  let session: FormSession;
  let notices: Notices;
  let page: ReturnType<typeof createPage>;
  let reasons: SaveReasons;

  beforeEach(async () => {
    const document = await showText(product);
    const address = parseContactUri(document.uri);
    assert.ok(address);
    const [workspace] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(workspace);
    folder = vscode.Uri.joinPath(workspace.uri, `bases-${crypto.randomUUID()}`);
    const bases = new KeptBases(
      () => folder,
      (error) => assert.ifError(error),
    );
    const values: Record<string, string> = JSON.parse(document.getText());
    const known = { kind: "known", values, facts: {}, isReadable: true, hasTagObjects: false } as const;
    await bases.keep(document.uri, known, document.getText());
    [notices, reasons, page] = [new Notices(), new SaveReasons(), createPage()];
    const rooms: FormRooms = {
      accounts: product.accounts,
      bases,
      notices,
      reasons,
      log: vscode.window.createOutputChannel("First state", { log: true }),
      actions: {} as FormRooms["actions"], // no button is pressed here
      attempt: async (run) => void (await run()),
    };
    session = new FormSession(document, address, page.panel, rooms);
  });
  afterEach(async () => {
    session.dispose();
    reasons.dispose();
    await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
  });

  const positions = () =>
    page.received.map((message) =>
      message.kind === "state" && message.draft.kind === "values" ? message.draft.values.position : message.kind,
    );

  it("is not sent to a page that has it: what such a page hears first is what is new", async () => {
    const first = await session.firstState();
    assert.ok(first?.draft.kind === "values" && first.draft.values.position === "CEO");
    page.post({ kind: "ready", isShown: true });
    page.post({ kind: "edit", sequence: 1, field: "position", value: "CTO" });
    await until(
      () => page.received.some((message) => message.kind === "state" && message.acknowledged === 1),
      "an answer",
    );
    assert.deepEqual([...new Set(positions())], ["CTO"]);
  });

  it("is sent to a page that shows nothing yet", async () => {
    await session.firstState();
    page.post({ kind: "ready", isShown: false });
    await until(() => page.received.length > 0, "a state");
    assert.deepEqual(positions(), ["CEO"]);
  });

  it("is followed by what changed before the page was there to hear of it", async () => {
    await session.firstState();
    notices.show(product.uri(johnDoe), { banner: { tone: "information", text: "News", actions: [] } });
    page.received.length = 0;
    page.post({ kind: "ready", isShown: true });
    await until(() => page.received.length > 0, "a state");
    assert.deepEqual(
      page.received.map((message) => message.kind === "state" && message.banner?.text),
      ["News"],
    );
  });

  it("names the tab once it is there", async () => {
    await session.firstState();
    assert.equal(page.panel.title, "");
    page.post({ kind: "ready", isShown: true });
    await until(() => page.panel.title === "John Doe", "the name");
  });

  it("names the tab of a form that is behind another already", async () => {
    page.goBehind();
    await session.firstState();
    assert.equal(page.panel.title, "John Doe");
  });

  it("names the tab of a form that comes to lie behind another before it is there", async () => {
    await session.firstState();
    page.goBehind();
    assert.equal(page.panel.title, "John Doe");
  });
});
