import { cp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRunFolder, repositoryFolder } from "../src/folder.ts";
import { openWorkbench, type Workbench } from "../src/index.ts";
import { extension, workspace } from "./paths.ts";

describe("a window with the probe extension", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ extension, workspace, environment: { PROBE: "passed on" } });
  });
  afterAll(async () => {
    await workbench?.close();
  });

  it("runs a command, answers it, and reaches the webview and the notification", async () => {
    await workbench.palette("Probe: Greet Someone");
    await workbench.quickInput.type("name", "Zoë");
    await expect.poll(() => workbench.quickInput.choices()).toEqual(["red", "green"]);
    await workbench.quickInput.pick("colour", "green");
    const view = workbench.webview();
    await view.getByText("Hello Zoë, green").waitFor();
    await view.getByLabel("Age").fill("42");
    await view.getByRole("button", { name: "Send" }).click();
    await view.getByText("heard 42").waitFor();
    expect(await workbench.notifications.waitFor("Got 42")).toEqual({
      severity: "info",
      message: "Got 42",
      buttons: ["Thanks"],
    });
    await workbench.notifications.press("Got 42", "Thanks");
    await view.getByText("answered Thanks").waitFor();
    expect(await workbench.activeTab()).toEqual({ label: "Greeting", dirty: false });
    expect(workbench.problems).toEqual([]);
  });

  it("notices that a webview breaks its content security policy", async () => {
    await workbench.webview().getByRole("button", { name: "Break the rules" }).click();
    await expect.poll(() => workbench.problems.map(({ kind }) => kind)).toEqual(["content-security-policy"]);
    workbench.problems.length = 0;
  });

  it("hands its environment variables to the extension, none of the test runner's, and reads the notification centre", async () => {
    await workbench.palette("Probe: Show Environment");
    await workbench.notifications.waitFor("PROBE=");
    const messages = (await workbench.notifications.centre()).map(({ message }) => message);
    expect(messages).toContain("PROBE=passed on VITEST=undefined");
  });

  it("changes the theme, and takes a screenshot", async () => {
    await workbench.setTheme("Dark 2026");
    const picture = await workbench.screenshot(path.join(repositoryFolder, "screenshots", "probe.png"));
    expect((await readFile(picture)).subarray(1, 4).toString()).toBe("PNG");
    await workbench.changeSettings({ "workbench.statusBar.visible": true, "workbench.colorTheme": "Light 2026" });
    expect(workbench.problems).toEqual([]);
  });
});

it("keeps what is not saved, from one window to the next", async () => {
  const storage = await makeRunFolder(repositoryFolder);
  const workspace = path.join(storage, "workspace");
  await cp(path.join(extension, "workspace"), workspace, { recursive: true });
  const first = await openWorkbench({ extension, workspace, storage });
  await first.page.getByRole("treeitem", { name: "a.txt" }).dblclick();
  await first.page.locator(".monaco-editor .view-lines").click();
  await first.page.keyboard.type("unsaved ");
  await expect.poll(() => first.activeTab()).toEqual({ label: "a.txt", dirty: true });
  await expect.poll(async () => (await first.backups()).join()).toContain("unsaved");
  await first.close();
  const second = await openWorkbench({ extension, workspace, storage });
  await expect.poll(() => second.activeTab()).toEqual({ label: "a.txt", dirty: true });
  await second.kill();
  expect(await readFile(path.join(workspace, "a.txt"), "utf8")).toBe("a text\n");
  await rm(storage, { recursive: true, force: true, maxRetries: 5 });
});
