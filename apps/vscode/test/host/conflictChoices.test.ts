import assert from "node:assert/strict";
import * as vscode from "vscode";
import { Notices } from "../../src/contacts/notices/notices.ts";
import { chooseSide } from "../../src/contacts/save/conflictChoices.ts";
import { johnDoe, useSignedIn } from "./product.ts";

describe("sides of conflicts", () => {
  const product = useSignedIn();

  it("that are chosen one right after the other are all chosen", async () => {
    const { uri } = await vscode.workspace.openTextDocument(product.uri(johnDoe));
    const notices = new Notices();
    const conflict = { base: "before", mine: "mine", theirs: "theirs" };
    notices.show(uri, { conflicts: ["position", "company"].map((field) => ({ path: [field], ...conflict })) });
    await Promise.all([
      chooseSide(notices, uri, ["position"], "theirs"),
      chooseSide(notices, uri, ["company"], "mine"),
    ]);
    assert.deepEqual(
      notices.get(uri).conflicts?.map(({ chosen }) => chosen),
      ["theirs", "mine"],
    );
  });
});
