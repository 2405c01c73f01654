import assert from "node:assert/strict";
import * as vscode from "vscode";
import { canaryKey, useSignedIn } from "./product.ts";

const ana = "cnt_cid3ycicn8tb";

describe("after a sign-out", () => {
  const product = useSignedIn();

  afterEach(() => product.accounts.signIn(product.account, canaryKey));

  it("a contact that was still being read is neither shown nor remembered", async () => {
    const { account, accounts, recents, sandbox, tools } = product;
    sandbox.faults.next((_, go) => accounts.signOut(account).then(go), { on: "get" });
    const { raze_draft_contact_update: drafting } = tools;
    const opening = drafting?.invoke(
      { input: { id: ana, update: { position: "Chair" } }, toolInvocationToken: undefined },
      new vscode.CancellationTokenSource().token,
    );
    await assert.rejects(Promise.resolve(opening), /You are not signed in to Test server/);
    assert.equal(product.isOpen(ana), false);
    assert.deepEqual(recents.of(account.id), []);
  });

  it("the key is gone, and not only out of use", async () => {
    const { account, accounts, sandbox } = product;
    const client = accounts.client(account);
    await client.list();
    await accounts.signOut(account);
    product.takeReceived();
    await assert.rejects(client.list(), /No usable API key/);
    assert.deepEqual(sandbox.received, []);
  });

  it("nothing is remembered that comes late", async () => {
    const { account, accounts, recents } = product;
    await accounts.signOut(account);
    await recents.add({ accountId: account.id, id: ana, name: "Ana", company: "", openedAt: 0 });
    assert.deepEqual(recents.of(account.id), []);
  });
});
