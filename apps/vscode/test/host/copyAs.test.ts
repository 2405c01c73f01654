import assert from "node:assert/strict";
import * as vscode from "vscode";
import { sandboxAccount } from "../../src/accounts/account.ts";
import { canaryKey, johnDoe, setFields, type, useSignedIn } from "./product.ts";

describe("the pending update, copied", () => {
  const product = useSignedIn();
  let document: vscode.TextDocument;
  beforeEach(async () => {
    document = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    await vscode.window.showTextDocument(document);
    await vscode.env.clipboard.writeText("untouched");
  });

  const copied = async (form: string) => {
    await vscode.commands.executeCommand("raze.copyAs", document.uri, form);
    return vscode.env.clipboard.readText();
  };

  it("holds what a save would send, the account's address, and no key", async () => {
    await setFields(document, { position: "VP of Engineering", phone: "" });
    product.takeReceived();
    for (const form of ["curl", "fetch", "axios", "python"]) {
      const code = await copied(form);
      assert.ok(code.includes(`${product.account.baseUrl}/contacts/${johnDoe}`), code);
      assert.match(code, /"phone": ?"",\s*"position": ?"VP of Engineering"/);
      assert.ok(!code.includes("john@example.com") && !code.includes(canaryKey));
    }
    assert.deepEqual(product.takeReceived(), [], "nobody is called");
  });

  it("of the sandbox names the address of the setting, with one slash", async () => {
    const settings = vscode.workspace.getConfiguration("raze");
    await settings.update("baseUrl", "https://example.com/v1/", vscode.ConfigurationTarget.Global);
    await product.accounts.use(sandboxAccount);
    try {
      document = await vscode.workspace.openTextDocument(product.uri(johnDoe).with({ authority: sandboxAccount.id }));
      await vscode.window.showTextDocument(document);
      await setFields(document, { position: "VP of Engineering" });
      assert.ok((await copied("curl")).includes(`https://example.com/v1/contacts/${johnDoe}`));
    } finally {
      await settings.update("baseUrl", undefined, vscode.ConfigurationTarget.Global);
      await product.accounts.use(product.account);
    }
  });

  it("is nothing when nothing is changed, or when it could not be sent", async () => {
    assert.equal(await copied("curl"), "untouched");
    await setFields(document, { email: "john" });
    assert.equal(await copied("curl"), "untouched");
    await type(document, "{");
    assert.equal(await copied("curl"), "untouched");
  });
});
