import { beforeAll, expect, test } from "vitest";
import {
  canaryKey,
  change,
  contactPath,
  editContact,
  field,
  keyPlaceholder,
  type Product,
  reloadWindow,
  remote,
  signIn,
  takeReceived,
  untilDirty,
  untilKept,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const other = {} as Product; // whole before the first test begins
beforeAll(async () => {
  const window = await product.window.openAnother();
  Object.assign(other, { ...product, window, form: window.webview() });
  await signIn(product);
  await signIn(other, canaryKey, /A new key for/); // the windows share their accounts, not their keys
});

async function type(one: Product, label: string, value: string): Promise<void> {
  await field(one, label).fill(value);
  await untilDirty(one, true);
}

/** Brings a window to what the server holds. */
async function reload(one: Product): Promise<void> {
  await one.window.palette("Raze: Reload Contact, Discard My Draft");
  await expect.poll(() => field(one, "Position").inputValue()).toBe(remote(product).position);
  await untilDirty(one, false);
}

/** Reloads the other window, finds its draft again, and saves it: it has forgotten the key. */
async function reloadOtherAndSave(position: string): Promise<void> {
  await reloadWindow(other);
  await expect.poll(() => field(other, "Position").inputValue()).toBe(position);
  takeReceived(product);
  await field(other, "Position").focus();
  await other.window.save();
  await other.window.quickInput.type(keyPlaceholder, canaryKey);
}

/** What is offered to choose from, as [before, mine, theirs]. */
const sides = () =>
  expect.poll(() =>
    other.form.getByRole("region", { name: "Position: changed on both sides" }).locator("dd").allTextContents(),
  );
const received = (method: string) => takeReceived(product).filter((request) => request.startsWith(method));

test("a window is reloaded: its draft merges over what it started from, whatever the other has read", async () => {
  await editContact(other);
  await type(other, "Position", "Founder");
  await untilKept(other, "Founder");
  change(product, { position: "Chair" });
  await editContact(product);
  await expect.poll(() => field(product, "Position").inputValue()).toBe("Chair");
  await reloadOtherAndSave("Founder");
  await sides().toEqual(["CEO", "Founder", "Chair"]);
  expect(received("PUT")).toEqual([]);
});

test("two windows change different fields: the second save merges", async () => {
  await reload(other);
  await type(product, "Position", "VP of Engineering");
  await type(other, "Phone", "+5511888888888");
  await product.window.save();
  await untilDirty(product, false);
  takeReceived(product);
  await other.window.save();
  await untilDirty(other, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"phone":"+5511888888888"}`]);
  expect(remote(product)).toMatchObject({ position: "VP of Engineering", phone: "+5511888888888" });
  await expect.poll(() => field(other, "Position").inputValue()).toBe("VP of Engineering");
});

test("two windows change the same field: the second save asks, and sends nothing", async () => {
  await type(product, "Position", "CTO");
  await type(other, "Position", "CFO");
  await product.window.save();
  await untilDirty(product, false);
  takeReceived(product);
  await other.window.save();
  await sides().toEqual(["VP of Engineering", "CFO", "CTO"]);
  expect(received("PUT")).toEqual([]);
  expect(remote(product).position).toBe("CTO");
  expect(await field(other, "Position").inputValue()).toBe("CFO");
});

test("the first window is gone: what it has left behind is not what the other's draft started from", async () => {
  await reload(other);
  await type(other, "Position", "Founder");
  change(product, { position: "Chair" });
  await reload(product);
  await type(other, "Company", "Initech");
  await untilKept(other, "Initech");
  const gone = product.window.page.waitForEvent("close");
  await product.window.page.close({ runBeforeUnload: true });
  await gone;
  Object.assign(product, other); // for a picture, if it fails
  await reloadOtherAndSave("Founder");
  await other.form
    .getByText(/the values your draft started from are lost, so nobody can tell which is newer/)
    .waitFor();
  expect(received("PUT")).toEqual([]);
  expect(remote(product)).toMatchObject({ position: "Chair", company: "Acme Inc" });
});
