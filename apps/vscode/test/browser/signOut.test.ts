import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { basesFolder } from "./basesFolder.ts";
import { filesHolding } from "./filesHolding.ts";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  hold,
  idPlaceholder,
  keyPlaceholder,
  remote,
  signIn,
  takeReceived,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const ana = "cnt_cid3ycicn8tb";

beforeAll(async () => {
  await signIn(product);
  await editContact(product);
  await editContact(product, ana);
});

/** The files outside of the browser that hold a text: a browser's store keeps what was deleted for a while. */
const holding = (text: string) => filesHolding(product, text, path.dirname(product.window.server.settingsFile));

/** Changes a contact with Update Field…, whose document VS Code keeps for minutes without a tab. */
async function changeUnseen(): Promise<void> {
  const { quickInput, page } = product.window;
  await product.window.palette("Raze: Update Field…");
  await quickInput.type(idPlaceholder, "cnt_nxi7l4cjfqgm");
  await quickInput.row("Position").click();
  await quickInput.type("New value, such as VP of Engineering", "Forstjóri");
  await quickInput.row("Save Position").click();
  await page.getByText("Saved Björk Þórðardóttir: 1 field (Position)").waitFor();
}

test("signing out closes what is clean, and comparisons with it; a draft stays and is named", async () => {
  const { form, window } = product;
  await window.palette("Raze: Review Changes");
  await window.page.locator(".monaco-diff-editor").waitFor();
  await window.page.getByRole("tab", { name: /John Doe/ }).click();
  await form.locator("header", { hasText: "John Doe" }).waitFor();
  await field(product, "Position").fill("VP of Engineering");
  await untilDirty(product, true);
  expect(await holding("ana.nascimento")).not.toEqual([]);
  await changeUnseen();
  expect(await holding("bjork@example.org"), "a document without a tab").not.toEqual([]);
  // As a window leaves it behind that was quit before VS Code let go of a contact.
  const folder = await basesFolder(product);
  const [account = ""] = await readdir(folder);
  await writeFile(path.join(folder, account, "cnt_left0000001.raze-contact.json"), '{"email":"left@example.com"}');

  await window.palette("Raze: Sign Out");
  await window.notifications.waitFor(/^Signed out of 127\.0\.0\.1:\d+\. Drafts that are still open: 1\.$/);
  expect(await window.tabs()).toEqual([expect.stringContaining("John Doe")]);
  expect(await field(product, "Position").inputValue()).toBe("VP of Engineering");
  expect((await window.activeTab())?.dirty).toBe(true);
});

test("key, recent contacts and what clean contacts started from are gone", async () => {
  const { window } = product;
  await expect.poll(() => holding("ana.nascimento")).toEqual([]);
  await expect.poll(() => holding("left@example.com")).toEqual([]);
  expect(await holding("bjork@example.org")).toEqual([]);
  expect(await holding("john@example.com"), "what the draft starts from").not.toEqual([]);
  await window.palette("Raze: Edit Contact…");
  await window.quickInput.row("Sign In…").waitFor();
  await window.quickInput.cancel();
});

test("saving the draft asks for a key, sends nothing without one, and offers to go on", async () => {
  const { form, window } = product;
  takeReceived(product);
  await field(product, "Position").focus();
  await window.save();
  await window.quickInput.box(keyPlaceholder).waitFor();
  await window.quickInput.cancel();
  await form.getByText("Sign in to save. Nothing was sent and your draft is kept.").waitFor();
  expect(takeReceived(product)).toEqual([]);
  expect((await window.activeTab())?.dirty).toBe(true);

  await form.getByRole("button", { name: "Sign In…" }).press("Enter");
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await untilDirty(product, false);
  expect(takeReceived(product).at(-1)).toBe(`PUT ${contactPath} {"position":"VP of Engineering"}`);
  expect(remote(product).position).toBe("VP of Engineering");
});

test("the recent contacts begin anew after it", async () => {
  const { window } = product;
  await window.palette("Raze: Edit Contact…");
  await expect.poll(() => window.quickInput.title()).toMatch(/^Edit Contact · 127/);
  expect(await window.quickInput.choices()).toEqual([]);
  await window.quickInput.cancel();
});

test("a contact that is closed while it is read again leaves nothing behind", async () => {
  const { window } = product;
  await editContact(product, ana);
  const answer = hold(product, "get", "answer");
  await window.palette("Raze: Reload Contact, Discard My Draft");
  await answer.arrived;
  await window.palette("View: Close Editor");
  await expect.poll(() => window.tabs()).toEqual([expect.stringContaining("John Doe")]);
  await expect.poll(() => holding("ana.nascimento")).toEqual([]);
  answer.release();
  // By the time that another read has its answer, that one has been heard.
  await window.palette("Raze: Review Changes");
  await window.page.locator(".monaco-diff-editor").waitFor();
  expect(await holding("ana.nascimento")).toEqual([]);
  await window.palette("Raze: Sign Out");
  await window.notifications.waitFor(/^Signed out of 127\.0\.0\.1:\d+\.$/);
  expect(await holding("ana.nascimento")).toEqual([]);
});
