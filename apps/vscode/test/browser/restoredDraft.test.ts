import { expect, test } from "vitest";
import { filesHolding } from "./filesHolding.ts";
import {
  canaryKey,
  change,
  contactPath,
  editContact,
  field,
  keyPlaceholder,
  openProduct,
  reloadWindow,
  remote,
  signIn,
  takeReceived,
  untilDirty,
  untilKept,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct(async () => {
  const opened = await openProduct();
  await signIn(opened);
  await editContact(opened);
  return opened;
});

/** Types into the form, reloads the window, and finds the draft again. */
async function typeAndReload(position: string): Promise<void> {
  const { window } = product;
  await field(product, "Position").fill(position);
  await untilDirty(product, true);
  await untilKept(product, position);
  takeReceived(product);
  await reloadWindow(product);
  await expect.poll(() => field(product, "Position").inputValue(), { timeout: 60_000 }).toBe(position);
  expect((await window.activeTab())?.dirty).toBe(true);
  expect(takeReceived(product), "VS Code restores a draft without asking the server").toEqual([]);
}

/** Saves. This VS Code forgets keys with the window, so the save leads to sign-in and then goes on. */
async function saveAfterSigningIn(): Promise<void> {
  const { window } = product;
  await field(product, "Position").focus();
  await window.save();
  await window.quickInput.type(keyPlaceholder, canaryKey);
}

test("a draft outlives a reload, and merges with what somebody else changed meanwhile", async () => {
  await typeAndReload("VP of Engineering");
  change(product, { phone: "+5511888888888" });
  await saveAfterSigningIn();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([
    "GET /external/v1/contacts?limit=1",
    `GET ${contactPath}`,
    `PUT ${contactPath} {"position":"VP of Engineering"}`,
  ]);
  expect(remote(product)).toMatchObject({ phone: "+5511888888888", position: "VP of Engineering" });
  await expect.poll(() => field(product, "Phone").inputValue()).toBe("+5511888888888");
});

test("a draft outlives a reload, and does not overwrite the same field at the same length", async () => {
  await typeAndReload("CTO");
  change(product, { position: "CFO" });
  await saveAfterSigningIn();
  await product.form.getByText(/Position: changed on the server too/).waitFor();
  expect(await product.window.notifications.toasts(), "one message, and it is ours").toEqual([]);
  expect(takeReceived(product).filter((request) => request.startsWith("PUT"))).toEqual([]);
  expect(remote(product).position).toBe("CFO");
  expect(await field(product, "Position").inputValue()).toBe("CTO");
  expect((await product.window.activeTab())?.dirty).toBe(true);
});

test("the way out of a conflict: compare, then reload mine away", async () => {
  const { form, window } = product;
  await form.getByRole("button", { name: "Compare" }).click();
  await window.page.locator(".monaco-diff-editor").waitFor();
  await expect
    .poll(() => window.page.locator(".monaco-diff-editor .view-lines").first().textContent())
    .toContain("CFO");
  await window.palette("View: Close Editor");
  await form.getByRole("button", { name: "Reload, Discard Mine" }).click();
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CFO");
  await untilDirty(product, false);
  expect(remote(product).position).toBe("CFO");
});

test("after all that, the key is in no file, no message and on no screen", async () => {
  const { window, sandbox } = product;
  expect(sandbox.received.length).toBeGreaterThan(0);
  expect(await filesHolding(product, "raze.baseUrl"), "the search finds what is there").toContain("settings.json");
  expect(await filesHolding(product, "john@example.com"), "the kept base is searched").not.toEqual([]);
  expect(await filesHolding(product, canaryKey)).toEqual([]);
  expect(await window.page.content()).not.toContain(canaryKey);
  expect(JSON.stringify(await window.notifications.centre())).not.toContain(canaryKey);
});
