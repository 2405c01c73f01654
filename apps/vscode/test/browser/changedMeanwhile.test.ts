import { connectionReset, createFaultySandbox, type Fault } from "@raze-contacts/sandbox/faults";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  hold,
  johnDoe,
  keyPlaceholder,
  openProduct,
  remote,
  signIn,
  takeReceived,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

// The server's clock is five hours ahead of everybody's.
const skew = 5 * 60 * 60 * 1000;
const product = useProduct(() => openProduct({ now: () => Date.now() + skew }));
const newKey = "gr_live_newcanary0123456789abcdef";

beforeAll(async () => {
  await signIn(product);
  await editContact(product);
});
beforeEach(() => takeReceived(product));
afterEach(() => product.sandbox.faults.clear());

async function type(label: string, value: string): Promise<void> {
  await field(product, label).fill(value);
  await untilDirty(product, true);
}

/** The draft says so, is not saved, and no message stands beside the form's own. */
async function expectDraft(label: string, value: string): Promise<void> {
  expect(await field(product, label).inputValue()).toBe(value);
  expect((await product.window.activeTab())?.dirty).toBe(true);
  expect(await product.window.notifications.toasts()).toEqual([]);
}

const received = (method: string) => takeReceived(product).filter((request) => request.startsWith(method));

test("the key is revoked: save says so, and goes on after signing in with another", async () => {
  const { form, sandbox, window } = product;
  await type("Position", "VP of Engineering");
  const permissions = sandbox.keys.get(canaryKey)?.permissions ?? [];
  sandbox.keys.clear();
  sandbox.keys.set(newKey, { permissions });
  await window.save();
  await form.getByText(/Nothing was sent.*does not know this API key(?!.*Nothing was changed)/).waitFor();
  expect(received("PUT")).toEqual([]);
  await expectDraft("Position", "VP of Engineering");

  await form.getByRole("button", { name: "Sign In…" }).click();
  await window.quickInput.type(keyPlaceholder, newKey);
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"position":"VP of Engineering"}`]);
  expect(await form.getByText(/does not know this API key/).count()).toBe(0);
});

test("the contact is deleted: save says so and keeps the draft, and goes on if it comes back", async () => {
  const { form, sandbox, window } = product;
  const contact = remote(product);
  await type("Position", "CTO");
  sandbox.contacts.delete(johnDoe);
  await window.save();
  await form.getByText(/Nothing was sent.*no such contact(?!.*Nothing was changed)/).waitFor();
  expect(received("PUT")).toEqual([]);
  await expectDraft("Position", "CTO");

  sandbox.contacts.set(johnDoe, contact);
  await form.getByRole("button", { name: "Save Again" }).click();
  await untilDirty(product, false);
  expect(remote(product).position).toBe("CTO");
});

test("the contact is deleted between the look and the update: the same", async () => {
  const { form, sandbox, window } = product;
  const contact = remote(product);
  await type("Position", "CFO");
  sandbox.faults.next(
    (_, answer) => {
      sandbox.contacts.delete(johnDoe);
      return answer();
    },
    { on: "update" },
  );
  await window.save();
  await form.getByText(/no such contact.*Nothing was changed/).waitFor();
  await expectDraft("Position", "CFO");
  sandbox.contacts.set(johnDoe, contact);
  await form.getByRole("button", { name: "Save Again" }).click();
  await untilDirty(product, false);
  expect(remote(product).position).toBe("CFO");
});

test("the server dies before it applies the update: nobody knows, the draft stays, the next save sends it", async () => {
  const { form, sandbox, window } = product;
  await type("Position", "COO");
  sandbox.faults.always(connectionReset("before"), { on: "update" }); // a call that finds no answer is tried again
  await window.save();
  await form.getByText(/Whether the change was applied is not known/).waitFor();
  expect(remote(product).position).toBe("CFO");
  await expectDraft("Position", "COO");
  sandbox.faults.clear();
  takeReceived(product);
  await form.getByRole("button", { name: "Save Again" }).click();
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"position":"COO"}`]);
});

test("a save that takes long: typing goes on, and a second save waits and sends the newest text once", async () => {
  const { form, window } = product;
  await type("Position", "Chair");
  const { arrived, release } = hold(product, "update");
  await window.save();
  await arrived;
  await form.getByRole("button", { name: "Saving…" }).waitFor();
  await type("Position", "Chairwoman");
  await window.save();
  await type("Company", "Initech");
  await window.save();
  await expectDraft("Position", "Chairwoman");
  release();
  await untilDirty(product, false);
  await expect.poll(() => form.getByRole("button", { name: "Saving…" }).count()).toBe(0);
  expect(received("PUT")).toEqual([
    `PUT ${contactPath} {"position":"Chair"}`,
    `PUT ${contactPath} {"company":"Initech","position":"Chairwoman"}`,
  ]);
  expect(remote(product)).toMatchObject({ position: "Chairwoman", company: "Initech" });
});

test("a draft that is given up during its save: what was sent is told, and can be taken back", async () => {
  const { form, window } = product;
  await type("Position", "Treasurer");
  const { arrived, release } = hold(product, "update");
  await window.save();
  await arrived;
  await form.getByRole("button", { name: "Revert all" }).click();
  await expect.poll(() => field(product, "Position").inputValue()).toBe("Chairwoman");
  await window.page.waitForTimeout(500); // what must not happen cannot be waited for
  expect((await window.activeTab())?.dirty, "nobody knows yet what the server will hold").toBe(true);
  release();
  await form.getByText("1 change: Position").waitFor();
  expect(remote(product).position).toBe("Treasurer");
  await untilDirty(product, true);
  takeReceived(product);
  await field(product, "Position").focus();
  await window.save();
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"position":"Chairwoman"}`]);
});

test("calls are used up at a server whose clock is hours ahead: the time to wait is right here", async () => {
  const { form, sandbox, window } = product;
  const refuse: Fault = async (_, answer) => {
    const headers = new Headers((await answer()).headers);
    headers.set("x-ratelimit-remaining", "0");
    const error = { code: "RATE_LIMIT_EXCEEDED", message: "Too many calls", retry_after: 600 };
    return Response.json({ success: false, error }, { status: 429, headers });
  };
  await type("Position", "Director");
  sandbox.faults.always(refuse);
  const before = Date.now();
  await window.save();
  const banner = form.getByText(/This hour's calls are used up until/);
  await banner.waitFor();
  const [, until = ""] = /until (.*?)\. Nothing/.exec((await banner.textContent()) ?? "") ?? [];
  const latest = Date.now();
  // Each second in which the answer can have come.
  const right: string[] = [];
  for (let time = before; time < latest + 1000; time += 1000) {
    right.push(new Date(time + 600_000).toLocaleTimeString("en-US"));
  }
  expect(right).toContain(until);
  await expectDraft("Position", "Director");
  sandbox.faults.clear();
  await form.getByRole("button", { name: "Save Again" }).click();
  await untilDirty(product, false);

  await window.palette("Raze: Edit Contact…");
  const recent = window.quickInput.row("John Doe");
  await recent.waitFor();
  expect(await recent.textContent(), "when it was opened goes by the clock here").toMatch(/· (now|\d+ minutes? ago)/);
  await window.quickInput.cancel();
});

test("the server turns tags into objects: a save of tag names is refused rather than wiping them", async () => {
  const { form, sandbox, window } = product;
  await form.getByPlaceholder("Add a tag").fill("hot-lead");
  await form.getByPlaceholder("Add a tag").press("Enter");
  await type("Position", "President");
  const turned = createFaultySandbox({
    contacts: sandbox.contacts.values(),
    keys: Object.fromEntries(sandbox.keys),
    observed: { tagObjects: true, tagNamesWipeTags: true },
  });
  sandbox.faults.always(({ request: { method, path, headers, body } }) =>
    turned.fetch(`http://sandbox${path}`, { method, headers, ...(body ? { body } : {}) }),
  );
  await window.save();
  await form.getByText(/keeps tags as objects, and sending their names could wipe them/).waitFor();
  expect(received("PUT")).toEqual([]);
  expect(await form.getByRole("button", { name: "Remove hot-lead" }).count()).toBe(1);
  await expectDraft("Position", "President");

  await form.getByRole("button", { name: "Remove hot-lead" }).click();
  await window.save();
  await untilDirty(product, false);
  expect(received("PUT")).toEqual([`PUT ${contactPath} {"position":"President"}`]);
  expect(turned.contacts.get(johnDoe)).toMatchObject({ position: "President", tags: remote(product).tags });
});

test("a merge is told whole in the status bar, however long the name is", async () => {
  const { page } = product.window;
  const maximiliana = "cnt_lhag99ajvia9";
  await editContact(product, maximiliana);
  await type("Position", "Vorsitzende");
  const contact = product.sandbox.contacts.get(maximiliana);
  if (contact === undefined) throw new Error("The long-named contact is gone.");
  product.sandbox.contacts.set(maximiliana, { ...contact, phone: "+49 30 1", tags: [] });
  await product.window.save();
  await untilDirty(product, false);
  const told = page.locator(".statusbar-item", { hasText: "Kept what others changed: Phone, Tags" });
  await told.waitFor();
  expect(await told.textContent()).toMatch(/^Saved Maximiliana.*: 1 field\./);
  // VS Code gives an item a part of the width, and cuts off the rest.
  const isWhole = await told.locator("a").evaluate((label) => label.scrollWidth <= label.clientWidth);
  expect(isWhole).toBe(true);
});
