import assert from "node:assert/strict";
import * as vscode from "vscode";
import { johnDoe, until, useSignedIn } from "./product.ts";

const ana = "cnt_cid3ycicn8tb";

describe("finding contacts", () => {
  const product = useSignedIn();
  after(() => product.recents.forgetAccount(product.account.id));

  it("keeps the 50 contacts of an account that were opened last, and no more of them than the list shows", async () => {
    const { recents } = product;
    const contact = (accountId: string, number: number) => ({
      accountId,
      id: `cnt_${number}`,
      name: `Name ${number}`,
      company: "Acme Inc",
      openedAt: number,
    });
    await recents.add(contact("other", 0));
    for (let number = 1; number <= 60; number += 1) await recents.add(contact(product.account.id, number));
    await recents.add(contact(product.account.id, 30));
    const kept = recents.of(product.account.id);
    assert.equal(kept.length, 50);
    assert.deepEqual(kept.slice(0, 2), [contact(product.account.id, 30), contact(product.account.id, 60)]);
    assert.equal(kept.filter(({ id }) => id === "cnt_30").length, 1);

    await recents.forget(product.account.id, "cnt_60");
    assert.equal(recents.of(product.account.id).length, 49);
    await recents.forget(product.account.id, "cnt_0");
    assert.deepEqual(recents.of("other"), [contact("other", 0)]);
    await recents.forgetAccount("other");
    assert.deepEqual(recents.of("other"), []);
    await recents.forgetAccount(product.account.id);
  });

  it("keeps the name of a recent contact that is opened with its values unknown", async () => {
    const { recents } = product;
    const contact = { accountId: product.account.id, id: "cnt_1", name: "Jane", company: "Acme Inc", openedAt: 1 };
    await recents.add(contact);
    await recents.add({ ...contact, name: "", company: "", openedAt: 2 });
    assert.deepEqual(recents.of(product.account.id), [{ ...contact, openedAt: 2 }]);
    await recents.add({ ...contact, company: "", openedAt: 3 });
    assert.deepEqual(recents.of(product.account.id), [{ ...contact, company: "", openedAt: 3 }]);
    await recents.forgetAccount(product.account.id);
  });

  it("opens the ids that are selected, each in a tab, and remembers them", async () => {
    const notes = await vscode.workspace.openTextDocument({ content: `${johnDoe}\n${ana}\n` });
    const editor = await vscode.window.showTextDocument(notes);
    editor.selection = new vscode.Selection(0, 0, 2, 0);
    product.takeReceived();
    const finding = vscode.commands.executeCommand("raze.editContact");
    const ids = [johnDoe, ana];
    const isOpen = () => ids.every((id) => product.isOpen(id));
    for (let tries = 0; tries < 400 && !isOpen(); tries += 1) {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await finding;
    assert.deepEqual(
      product.takeReceived(),
      ids.map((id) => `GET /external/v1/contacts/${id}`),
    );
    assert.deepEqual(
      product.recents.of(product.account.id).map(({ id, name }) => [id, name]),
      [
        [ana, "Ana Beatriz Nascimento"],
        [johnDoe, "John Doe"],
      ],
    );
    await until(isOpen, "both have a tab");
    await vscode.window.showTextDocument(notes);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });

  it("opens nothing and asks nothing when the list is left", async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    product.takeReceived();
    const finding = vscode.commands.executeCommand("raze.editContact");
    let isLeft = false;
    void finding.then(() => {
      isLeft = true;
    });
    for (let tries = 0; tries < 400 && !isLeft; tries += 1) {
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await finding;
    assert.deepEqual(product.takeReceived(), []);
    assert.deepEqual(
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });
});
