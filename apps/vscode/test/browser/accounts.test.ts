import { expect, test } from "vitest";
import { canaryKey, editContact, field, openProduct, signIn, told, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

// The sandbox's hour never ends, so that no count starts anew within a test.
const halfPast = Date.UTC(2026, 0, 1, 10, 30);
const product = useProduct(async () => {
  const opened = await openProduct({ rateLimit: { limit: 30 }, now: () => halfPast });
  await signIn(opened);
  return opened;
});

const namePlaceholder = "Name of the account";

test("with one account there is none to switch to, and it says so", async () => {
  await product.window.palette("Raze: Switch Account…");
  await product.window.notifications.waitFor(/is the only account that is signed in/);
});

test("an account is renamed, and its contacts say the new name", async () => {
  const { window, form } = product;
  await window.palette("Raze: Rename Account…");
  await window.quickInput.type(namePlaceholder, " ");
  await expect.poll(() => window.quickInput.message()).toContain("Give the account a name.");
  await window.quickInput.type(namePlaceholder, "Acme sales");
  await window.quickInput.box(namePlaceholder).waitFor({ state: "hidden" });
  await editContact(product);
  await expect.poll(() => form.locator("header").textContent()).toContain("Acme sales");
});

test("two accounts at one address are told apart, and each contact stays with its own", async () => {
  const { window } = product;
  await signIn(product, canaryKey, "Another account");
  const address = new URL(product.server.url).host;
  await told(product, `In use now: ${address}`).waitFor();
  await window.palette("Raze: Switch Account…");
  await expect.poll(() => window.quickInput.choices()).toEqual(["Acme sales", address]);
  expect(await window.quickInput.row(address).textContent()).toContain("in use");
  expect(await window.quickInput.row("Acme sales").textContent()).not.toContain("in use");
  await window.quickInput.row("Acme sales").click();
  await told(product, "In use now: Acme sales").waitFor();
});

const quota = () => product.window.page.locator(".statusbar-item[id$='raze.quota']");

test("the calls that are left stand in the status bar when they are few", async () => {
  const { window, server } = product;
  expect(await quota().count()).toBe(0);
  const left = async () => {
    const answer = await fetch(`${server.url}/contacts?limit=1`, { headers: { "X-API-Key": canaryKey } });
    return Number(answer.headers.get("x-ratelimit-remaining"));
  };
  while ((await left()) > 3) {
    // Somebody else uses up the quota.
  }
  await field(product, "Position").fill("VP of Engineering");
  await untilDirty(product, true);
  await window.save();
  await untilDirty(product, false);
  await expect.poll(() => quota().textContent()).toContain("1 call left");
  expect(await quota().locator("a").getAttribute("aria-label")).toMatch(/1 call left of 30 this hour/);
});

test("those of an account that is signed out stand there no longer", async () => {
  const { window } = product;
  await window.palette("Raze: Sign Out");
  await window.quickInput.row("Acme sales").click();
  await window.notifications.waitFor(/Signed out of Acme sales/);
  await expect.poll(() => quota().isVisible()).toBe(false);
});
