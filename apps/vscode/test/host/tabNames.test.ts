import * as vscode from "vscode";
import { formViewType } from "../../src/contacts/document/contactUri.ts";
import { johnDoe, until, useSignedIn } from "./product.ts";

const ana = "cnt_cid3ycicn8tb";

describe("the tabs of forms", () => {
  const product = useSignedIn();
  const names = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).sort();

  it("bear the contacts' names, also one that comes to lie behind another at once", async () => {
    const open = (id: string) => vscode.commands.executeCommand("vscode.openWith", product.uri(id), formViewType);
    await Promise.all([open(johnDoe), open(ana)]);
    await until(() => names().join() === "Ana Beatriz Nascimento,John Doe", "both have their names");
  });
});
