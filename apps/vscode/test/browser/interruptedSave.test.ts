import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  canaryKey,
  change,
  contactPath,
  crash,
  editContact,
  field,
  hold,
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

let storage = "";
// The first to be named is the last to run.
afterAll(() => rm(storage, { recursive: true, force: true, maxRetries: 5 }));
const product = useProduct(async () => {
  storage = await mkdtemp(path.join(tmpdir(), "interrupted-"));
  return openProduct({}, { storage });
});
beforeAll(async () => {
  await signIn(product);
  await editContact(product);
});

/** Types, saves, and reloads the window while the server has not answered the update. */
async function reloadDuringSave(position: string, held: ReturnType<typeof hold>): Promise<void> {
  const { form, window } = product;
  await field(product, "Position").fill(position);
  await untilDirty(product, true);
  await window.save();
  await held.arrived;
  await form.getByRole("button", { name: "Saving…" }).waitFor();
  await untilKept(product, position);
  await reloadWindow(product);
  await untilBack(position);
}

async function untilBack(position: string): Promise<void> {
  await expect.poll(() => field(product, "Position").inputValue(), { timeout: 60_000 }).toBe(position);
  expect((await product.window.activeTab())?.dirty).toBe(true);
  takeReceived(product);
}

/** Saves. This VS Code forgets keys with the window, so the save leads to sign-in and then goes on. */
async function saveAfterSigningIn(): Promise<void> {
  await field(product, "Position").focus();
  await product.window.save();
  await product.window.quickInput.type(keyPlaceholder, canaryKey);
}

const readsAndWrites = () => takeReceived(product).filter((request) => request.includes(contactPath));

test("reloaded during a save that was applied: the draft is back, and the next save finds that it is done", async () => {
  await reloadDuringSave("VP of Engineering", hold(product, "update", "answer"));
  expect(remote(product).position).toBe("VP of Engineering");
  await saveAfterSigningIn();
  await untilDirty(product, false);
  expect(readsAndWrites()).toEqual([`GET ${contactPath}`]);
});

test("reloaded during a save that never arrived: the draft is back, and the next save sends it", async () => {
  const held = hold(product, "update");
  await reloadDuringSave("CTO", held);
  expect(remote(product).position).toBe("VP of Engineering");
  await saveAfterSigningIn();
  await untilDirty(product, false);
  expect(readsAndWrites()).toEqual([`GET ${contactPath}`, `PUT ${contactPath} {"position":"CTO"}`]);
  expect(remote(product).position).toBe("CTO");
});

test("reloaded during a save, and changed by somebody after it: the draft is back, and the next save asks", async () => {
  await reloadDuringSave("Founder", hold(product, "update", "answer"));
  expect(remote(product).position).toBe("Founder");
  change(product, { position: "CFO" });
  await saveAfterSigningIn();
  await product.form.getByText(/Position: changed on the server too/).waitFor();
  expect(readsAndWrites()).toEqual([`GET ${contactPath}`]);
  expect(remote(product).position).toBe("CFO");
  expect(await field(product, "Position").inputValue()).toBe("Founder");
  await product.form.getByRole("button", { name: "Reload, Discard Mine" }).click();
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CFO");
  await untilDirty(product, false);
});

test("VS Code is killed with a draft: it is back with what it started from", async () => {
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  await untilKept(product, "Chair");
  change(product, { phone: "+5511888888888" });
  await crash(product, storage);
  await untilBack("Chair");
  await saveAfterSigningIn();
  await untilDirty(product, false);
  expect(readsAndWrites()).toEqual([`GET ${contactPath}`, `PUT ${contactPath} {"position":"Chair"}`]);
  expect(remote(product)).toMatchObject({ position: "Chair", phone: "+5511888888888" });
});

test("a contact that the next window cannot read: it says why, and what to do", async () => {
  const { form, window } = product;
  await window.palette("View: Close All Editors");
  await signIn(product, canaryKey, /A new key for/);
  await editContact(product);
  await reloadWindow(product);
  await form.getByText(/The stored values are unknown: You are not signed in to/).waitFor();
  await form.getByRole("button", { name: "Reload, Discard Mine" }).click();
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await expect.poll(() => field(product, "Position").inputValue()).toBe(remote(product).position);
  await untilDirty(product, false);
});
