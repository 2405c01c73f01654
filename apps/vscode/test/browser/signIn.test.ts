import { allPermissions } from "@raze-contacts/sandbox";
import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  idPlaceholder,
  johnDoe,
  keyPlaceholder,
  remote,
  signIn,
  takeReceived,
  untilDirty,
  whosePlaceholder,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const newKey = "gr_live_newcanary0123456789abcdef";
const otherKey = "gr_live_othercanary0123456789abcdef";
const allowed = { permissions: allPermissions };
const address = () => new URL(product.server.url).host;

beforeAll(() => signIn(product));
beforeEach(() => takeReceived(product));

/** The names of the accounts; at least two. */
async function accounts(): Promise<string[]> {
  const { window } = product;
  await window.palette("Raze: Switch Account…");
  await window.quickInput.row(address()).or(window.quickInput.row("Acme")).first().waitFor();
  const names = await window.quickInput.choices();
  await window.quickInput.cancel();
  return names;
}

async function rename(account: string, name: string): Promise<void> {
  const { quickInput } = product.window;
  await product.window.palette("Raze: Rename Account…");
  await quickInput.row(account).or(quickInput.box("Name of the account")).first().waitFor();
  if (await quickInput.row(account).isVisible()) await quickInput.row(account).click();
  await quickInput.type("Name of the account", name);
  await quickInput.box("Name of the account").waitFor({ state: "hidden" });
}

/** The account that Edit Contact… takes its contacts from. */
async function inUse(): Promise<string> {
  await product.window.palette("Raze: Edit Contact…");
  await product.window.quickInput.box(idPlaceholder).waitFor();
  const title = await product.window.quickInput.title();
  await product.window.quickInput.cancel();
  return title.replace("Edit Contact · ", "");
}

test("a revoked key is replaced in its account: tabs and recent contacts go on with the new one", async () => {
  const { sandbox, window } = product;
  await editContact(product);
  await rename(address(), "Acme");
  sandbox.keys.clear();
  sandbox.keys.set(newKey, allowed);
  await window.palette("Raze: Sign In…");
  await window.quickInput.box(whosePlaceholder).waitFor();
  expect(await window.quickInput.choices()).toEqual(["A new key for Acme", "Another account"]);
  await window.screenshot(".test/seen/signIn/whose.png");
  await window.quickInput.row("A new key for Acme").click();
  await window.quickInput.type(keyPlaceholder, newKey);
  await window.quickInput.box(keyPlaceholder).waitFor({ state: "hidden" });

  await window.palette("Raze: Edit Contact…");
  await expect.poll(() => window.quickInput.choices()).toEqual(["John Doe"]);
  expect(await window.quickInput.title()).toBe("Edit Contact · Acme");
  await window.quickInput.cancel();
  await field(product, "Position").fill("CTO");
  await untilDirty(product, true);
  await window.save();
  await untilDirty(product, false);
  expect(remote(product).position).toBe("CTO");
});

test("signed out, another tenant's key makes an account of its own; the draft waits for its own account's key", async () => {
  const { form, sandbox, window } = product;
  await field(product, "Position").fill("CFO");
  await untilDirty(product, true);
  await window.palette("Raze: Sign Out");
  await window.notifications.waitFor("Signed out of Acme. Drafts that are still open: 1.");
  sandbox.keys.set(otherKey, allowed);
  await signIn(product, otherKey, "Another account");
  expect(await inUse()).toBe(address());

  takeReceived(product);
  await field(product, "Position").focus();
  await window.save();
  await window.quickInput.box(keyPlaceholder).waitFor();
  expect(await window.quickInput.title()).toBe("Sign in to Acme");
  expect(takeReceived(product)).toEqual([]);
  await window.quickInput.type(keyPlaceholder, newKey);
  await untilDirty(product, false);
  expect(takeReceived(product).at(-1)).toBe(`PUT ${contactPath} {"position":"CFO"}`);
  expect(await form.locator("header").textContent()).toContain("Acme");
});

test("a key for one contact's account leaves the account in use as it is", async () => {
  const { form, sandbox, window } = product;
  expect(await inUse()).toBe(address());
  await field(product, "Position").fill("COO");
  await untilDirty(product, true);
  sandbox.keys.delete(newKey);
  await window.save();
  await form.getByRole("button", { name: "Sign In…" }).click();
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await expect.poll(() => window.quickInput.message()).toContain("does not know this API key");
  sandbox.keys.set(canaryKey, allowed);
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await untilDirty(product, false);
  expect(remote(product).position).toBe("COO");
  expect(await inUse()).toBe(address());
});

test("a new account takes a number that is free", async () => {
  await signIn(product, otherKey, "Another account");
  expect(await accounts()).toEqual(["Acme", address(), `${address()} (2)`]);
  await rename(address(), "Work");
  await signIn(product, otherKey, "Another account");
  expect(await accounts()).toEqual(["Acme", "Work", `${address()} (2)`, address()]);
});

test("a key without contacts:read is taken, and what that means is said", async () => {
  const { sandbox, window } = product;
  sandbox.keys.set(newKey, { permissions: ["contacts:write"] });
  await signIn(product, newKey, "A new key for Work");
  const notice = await window.notifications.waitFor(/lacks contacts:read/);
  expect(notice).toMatchObject({ severity: "warning", message: expect.stringContaining("You can still change them.") });
  expect(await inUse()).toBe("Work");
  expect(notice.message).not.toContain("canary");
  await editContact(product, johnDoe);
  await product.form.getByText(/The stored values are unknown/).waitFor();
});
