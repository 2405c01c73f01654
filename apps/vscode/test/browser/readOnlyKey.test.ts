import { beforeAll, expect, test } from "vitest";
import {
  canaryKey,
  editContact,
  field,
  keyPlaceholder,
  openProduct,
  remote,
  signIn,
  takeReceived,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const another = "gr_live_canary_that_may_write_0123";
const product = useProduct(() => openProduct({ keys: { [canaryKey]: { permissions: ["contacts:read"] } } }));
const readOnly = /may not change contacts: it lacks contacts:write/;

beforeAll(async () => {
  await signIn(product);
  await editContact(product);
});

test("that a key may not change contacts is learned from the first refusal, and the draft stays", async () => {
  const { form, window } = product;
  expect(await form.getByText(readOnly).count()).toBe(0);
  await field(product, "Position").fill("VP of Engineering");
  await untilDirty(product, true);
  await window.save();
  await form.getByText(/The API key lacks a permission.*Nothing was changed/).waitFor();
  expect(await window.notifications.toasts()).toEqual([]);
  expect(await field(product, "Position").inputValue()).toBe("VP of Engineering");
});

test("it is remembered: the next form says so before anything is typed", async () => {
  const { form, window } = product;
  await window.palette("Raze: Reload Contact, Discard My Draft");
  await untilDirty(product, false);
  await window.palette("View: Close Editor");
  await expect.poll(() => window.tabs()).toEqual([]);
  await editContact(product);
  await form.getByText(readOnly).waitFor();
  await window.screenshot(".test/seen/read-only.png");
});

test("with another key it is forgotten, and what was typed is saved", async () => {
  const { form, sandbox, window } = product;
  sandbox.keys.set(another, { permissions: ["contacts:read", "contacts:write"] });
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  takeReceived(product);
  await form.getByRole("button", { name: "Sign In…" }).click();
  await window.quickInput.type(keyPlaceholder, another);
  await untilDirty(product, false);
  expect(remote(product).position).toBe("Chair");
  await expect.poll(() => form.getByText(readOnly).count()).toBe(0);
});

test("a form that shows it says so no more once the account has another key", async () => {
  const { form, sandbox, window } = product;
  sandbox.keys.set(another, { permissions: ["contacts:read"] });
  await field(product, "Position").fill("Founder");
  await untilDirty(product, true);
  await window.save();
  await form.getByText(/The API key lacks a permission/).waitFor();
  await window.palette("Raze: Reload Contact, Discard My Draft");
  await form.getByText(readOnly).waitFor();
  sandbox.keys.set(canaryKey, { permissions: ["contacts:read", "contacts:write"] });
  await signIn(product, canaryKey, /^A new key for/);
  await expect.poll(() => form.getByText(readOnly).count()).toBe(0);
});
