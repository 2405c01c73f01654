import assert from "node:assert/strict";
import { createFaultySandbox, type FaultySandbox } from "@raze-contacts/sandbox/faults";
import { listen } from "@raze-contacts/sandbox/node";
import { parseContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { ServerAccount } from "../../src/accounts/account.ts";
import type { Accounts } from "../../src/accounts/accounts.ts";
import { contactOfTab, contactUri } from "../../src/contacts/document/contactUri.ts";
import type { ForTests } from "../../src/extension.ts";

/** A key that must appear nowhere but in the requests. */
export const canaryKey = "gr_live_canary0123456789abcdef";

/** The seed's contact. */
export const johnDoe = "cnt_abc123def456";
export const contactPath = `/external/v1/contacts/${johnDoe}`;

/** An account on a server of its own, as the extension knows it. */
export type SignedIn = {
  readonly sandbox: FaultySandbox;
  readonly account: ServerAccount;
  readonly accounts: Accounts;
  readonly tools: ForTests["tools"];
  readonly recents: ForTests["recents"];
  /** Whether a contact has a tab. */
  isOpen(id: string): boolean;
  uri(id: string): vscode.Uri;
  /** What the server received since the last time, as "METHOD path body". */
  takeReceived(): string[];
  close(): Promise<void>;
};

/**
 * Answers what the extension asks while `work` runs, for inside tests VS Code shows no modal dialog.
 *
 * @returns what was asked: the message and, of a modal dialog, its detail
 */
export async function answering(
  choice: string | undefined | Promise<string>,
  work: (asked: readonly string[]) => Thenable<unknown>,
): Promise<string[]> {
  const { showWarningMessage, showErrorMessage } = vscode.window;
  const asked: string[] = [];
  const answer = async (message: string, options?: unknown) => {
    const detail = typeof options === "object" && options !== null && "detail" in options ? [options.detail] : [];
    asked.push([message, ...detail].join("\n"));
    return choice;
  };
  Object.assign(vscode.window, { showWarningMessage: answer, showErrorMessage: answer });
  try {
    await work(asked);
  } finally {
    Object.assign(vscode.window, { showWarningMessage, showErrorMessage });
  }
  return asked;
}

let count = 0;

/** An account for all tests of a suite; after each, the editor in front is closed, its draft and what was received forgotten. */
export function useSignedIn(): SignedIn {
  const product = {} as SignedIn; // whole before the first test begins
  before(async () => {
    Object.assign(product, await signIn());
  });
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    product.takeReceived();
  });
  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await product.close();
  });
  return product;
}

/** Signs the extension in to a sandbox on a loopback port. The password box cannot be typed into from here. */
async function signIn(): Promise<SignedIn> {
  const sandbox = createFaultySandbox();
  const server = await listen(sandbox, { key: canaryKey });
  const extension = vscode.extensions.getExtension<ForTests>("raze-contacts.raze-contacts");
  assert.ok(extension, "the extension is installed");
  const { accounts, recents, tools } = await extension.activate();
  count += 1;
  const account: ServerAccount = {
    kind: "server",
    id: `test${count}`,
    baseUrl: server.url,
    label: "Test server",
    isSignedOut: false,
  };
  await accounts.use(await accounts.signIn(account, canaryKey));
  const uri = (id: string) => {
    const parsed = parseContactId(id);
    assert.ok(parsed.ok);
    return contactUri({ accountId: account.id, id: parsed.id });
  };
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return {
    sandbox,
    account,
    accounts,
    recents,
    tools,
    isOpen: (id) => tabs().some((tab) => contactOfTab(tab)?.toString() === uri(id).toString()),
    uri,
    takeReceived: () =>
      sandbox.received.splice(0).map(({ method, path, body }) => [method, path, body].filter(Boolean).join(" ")),
    close: () => server.close(),
  };
}

/** Opens the seed's contact in the text editor. */
export async function showText(product: SignedIn): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Replaces a document's text as a person would, and leaves it dirty. */
export const type = (document: vscode.TextDocument, text: string): Promise<void> => replace(document, () => text);

/** Sets fields of a contact's document. */
export const setFields = (document: vscode.TextDocument, fields: Record<string, unknown>): Promise<void> =>
  replace(document, (text) => `${JSON.stringify({ ...JSON.parse(text), ...fields }, null, 2)}\n`);

async function replace(document: vscode.TextDocument, textAfter: (text: string) => string): Promise<void> {
  // VS Code refuses an edit of a text that moves meanwhile, as it may right after a save.
  for (let tries = 0; tries < 5; tries += 1) {
    const text = document.getText();
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(0), document.positionAt(text.length)),
      textAfter(text),
    );
    if (await vscode.workspace.applyEdit(edit)) return;
  }
  assert.fail("VS Code did not take the edit.");
}

/** Waits until something holds, by asking again. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail(`never: ${what}`);
}

/** The seed's contact as the server holds it now. */
export function remote({ sandbox }: SignedIn) {
  const contact = sandbox.contacts.get(johnDoe);
  assert.ok(contact);
  return contact;
}
