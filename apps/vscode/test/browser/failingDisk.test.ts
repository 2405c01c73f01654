import { rename, rm, writeFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { basesFolder } from "./basesFolder.ts";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  hold,
  johnDoe,
  keyPlaceholder,
  reloadWindow,
  remote,
  signIn,
  takeReceived,
  untilDirty,
  untilKept,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const warning = /The disk does not keep the values your drafts started from/;
const ana = "cnt_cid3ycicn8tb";

beforeAll(async () => {
  await signIn(product);
  await editContact(product);
});

/** Puts a file where the folder of the bases has to be; a test that runs as root is refused nothing else. */
async function breakDisk(): Promise<void> {
  const folder = await basesFolder(product);
  await rename(folder, `${folder}-before`);
  await writeFile(folder, "");
}

async function mendDisk(): Promise<void> {
  const folder = await basesFolder(product);
  await rm(folder);
  await rename(`${folder}-before`, folder);
}

async function type(label: string, value: string): Promise<void> {
  await field(product, label).fill(value);
  await untilDirty(product, true);
}

const received = (method: string) => takeReceived(product).filter((request) => request.startsWith(method));

test("the disk fails after the update has gone through: it is saved, and the person knows what that means", async () => {
  const { form, window } = product;
  await type("Position", "VP of Engineering");
  const { arrived, release } = hold(product, "update", "answer");
  await window.save();
  await arrived;
  await breakDisk();
  release();
  await untilDirty(product, false);
  await window.notifications.waitFor(warning);
  expect(await form.getByText("Error:").count()).toBe(0);
  expect(await window.notifications.toasts()).toHaveLength(1);
  expect(remote(product).position).toBe("VP of Engineering");
  await window.palette("Raze: Undo Last Save");
  expect(await window.dialog.text()).toContain("Position: VP of Engineering → CEO");
  await window.dialog.press("Cancel");
});

test("while it fails, contacts open, and a save sends what it always does and says nothing more", async () => {
  const { window } = product;
  await window.palette("Notifications: Clear All Notifications");
  await editContact(product, ana);
  await type("Position", "CTO");
  takeReceived(product);
  await window.save();
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT /external/v1/contacts/${ana} {"position":"CTO"}`]);
  expect(await window.notifications.toasts()).toEqual([]);
  await window.palette("View: Close Editor");
});

const position = () => product.form.getByRole("region", { name: "Position: changed on both sides" });

test("a reload while it fails: the draft is back, and a save asks because its start is lost", async () => {
  const { form, window } = product;
  await form.locator("header", { hasText: johnDoe }).waitFor();
  await type("Position", "Chair");
  await untilKept(product, "Chair");
  await reloadWindow(product);
  await expect.poll(() => field(product, "Position").inputValue()).toBe("Chair");
  await window.notifications.waitFor(warning);
  await form.getByText(/The values this draft started from are lost/).waitFor();
  takeReceived(product);
  await field(product, "Position").focus();
  await window.save();
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await position().waitFor();
});

test("such a draft is not sent whole without a look at the server, unless the person says yes to all of it", async () => {
  const { form, sandbox, window } = product;
  const permissions = sandbox.keys.get(canaryKey)?.permissions ?? [];
  sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
  await window.save();
  await form.getByRole("button", { name: "Save Unchecked" }).click();
  await expect
    .poll(() => window.dialog.text())
    .toMatch(/Send the changes of John Doe\?.*Tags: unknown → prospect, decision-maker/s);
  await window.dialog.press("Cancel");
  await form.getByText(/Nothing was sent. To send a contact/).waitFor();
  sandbox.keys.set(canaryKey, { permissions });
  expect(received("PUT")).toEqual([]);
  await field(product, "Position").focus();
  await window.save();
  await position().getByRole("button", { name: "Keep mine" }).click();
  await form.getByText("Your choices are made. Save to send them.").waitFor();
  expect(received("PUT")).toEqual([]);
  await window.save();
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"position":"Chair"}`]);
});

test("a disk that works again is used again", async () => {
  await mendDisk();
  await type("Position", "Founder");
  await untilKept(product, "Founder");
  await reloadWindow(product);
  await expect.poll(() => field(product, "Position").inputValue()).toBe("Founder");
  takeReceived(product);
  await field(product, "Position").focus();
  await product.window.save();
  await product.window.quickInput.type(keyPlaceholder, canaryKey);
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"position":"Founder"}`]);
});
