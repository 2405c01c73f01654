import { allPermissions } from "@raze-contacts/sandbox";
import { answerWith, connectionReset } from "@raze-contacts/sandbox/faults";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  contactPath,
  editContact,
  field,
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
beforeAll(() => signIn(product));
afterEach(() => product.sandbox.faults.clear());

describe("the key is revoked: sign-in says so, and what was being done goes on", () => {
  let keys = 0;
  let newKey = "";

  beforeEach(() => {
    keys += 1;
    newKey = `gr_live_newcanary${keys}`;
    product.sandbox.keys.clear();
    product.sandbox.keys.set(newKey, { permissions: allPermissions });
  });

  /** The box says why it asks; gives it a key that works. */
  async function giveNewKey(): Promise<void> {
    const { quickInput } = product.window;
    await quickInput.box(keyPlaceholder).waitFor();
    await expect.poll(() => quickInput.message()).toContain("The server does not know this API key.");
    await product.window.screenshot(".test/seen/failedRead/asked.png");
    takeReceived(product);
    await quickInput.type(keyPlaceholder, newKey);
  }

  test("opening a contact", async () => {
    const { form, window } = product;
    await window.palette("Raze: Edit Contact…");
    await window.quickInput.type(idPlaceholder, ana);
    await giveNewKey();
    await form.locator("header", { hasText: ana }).waitFor();
    expect(takeReceived(product).at(-1)).toBe(`GET /external/v1/contacts/${ana}`);
    await editContact(product);
  });

  test("leaving without one leaves everything as it was", async () => {
    const { window } = product;
    const tabs = await window.tabs();
    await window.palette("Raze: Reload Contact, Discard My Draft");
    await window.quickInput.box(keyPlaceholder).waitFor();
    await window.quickInput.cancel();
    expect(await window.tabs()).toEqual(tabs);
    expect(await window.notifications.toasts()).toEqual([]);
  });

  test("Reload", async () => {
    product.sandbox.contacts.set(remote(product).id, { ...remote(product), position: "CTO" });
    await product.window.palette("Raze: Reload Contact, Discard My Draft");
    await giveNewKey();
    await expect.poll(() => field(product, "Position").inputValue()).toBe("CTO");
  });

  test("Update Field…, and then Undo Last Save", async () => {
    const { window, sandbox } = product;
    await window.palette("Raze: Update Field…");
    await window.quickInput.type(idPlaceholder, remote(product).id);
    await giveNewKey();
    await window.quickInput.row("Position").waitFor();
    await window.quickInput.row("Position").click();
    await window.quickInput.type("New value, such as VP of Engineering", "CFO");
    await window.quickInput.row("Save Position").waitFor();
    await window.quickInput.row("Save Position").click();
    await expect.poll(() => remote(product).position).toBe("CFO");

    sandbox.keys.clear();
    newKey = "gr_live_newcanaryundo";
    sandbox.keys.set(newKey, { permissions: allPermissions });
    await window.palette("Raze: Undo Last Save");
    await giveNewKey();
    expect(await window.dialog.text()).toContain("Position: CFO → CTO");
    await window.dialog.press("Undo");
    await expect.poll(() => remote(product).position).toBe("CTO");
  });

  test("Review Changes", async () => {
    const { window } = product;
    await field(product, "Position").fill("COO");
    await untilDirty(product, true);
    await window.palette("Raze: Review Changes");
    await giveNewKey();
    await window.page.locator(".monaco-diff-editor").waitFor();
    await window.palette("View: Close Editor");
  });

  test("a tab that VS Code brings back, by its Reload button", async () => {
    const { form, window } = product;
    await editContact(product, ana);
    await window.palette("View: Close Editor");
    await window.palette("View: Reopen Closed Editor");
    await form.getByText(/The stored values are unknown: The server does not know this API key/).waitFor();
    await form.getByRole("button", { name: "Reload, Discard Mine" }).click();
    await giveNewKey();
    await expect.poll(() => field(product, "Name").inputValue()).toBe("Ana Beatriz Nascimento");
    await untilDirty(product, false);
  });
});

test("no connection: the same contact is tried again by a button", async () => {
  const { form, sandbox, window } = product;
  const other = "cnt_nxi7l4cjfqgm";
  sandbox.faults.always(connectionReset("before"), { on: "get" });
  await window.palette("Raze: Edit Contact…");
  await window.quickInput.type(idPlaceholder, other);
  const notice = await window.notifications.waitFor(/connection/);
  expect(notice.buttons).toEqual(["Try Again", "Show Log"]);
  await window.screenshot(".test/seen/failedRead/no-connection.png");
  sandbox.faults.clear();
  takeReceived(product);
  await window.notifications.press(notice.message, "Try Again");
  await form.locator("header", { hasText: other }).waitFor();
  expect(takeReceived(product)).toEqual([`GET /external/v1/contacts/${other}`]);
});

test("a reload that fails is tried again for its contact, whatever is in front by then; the log can be looked at", async () => {
  const { sandbox, window } = product;
  await editContact(product);
  const failing = answerWith(() => Response.json({ success: false }, { status: 500 }));
  sandbox.faults.always(failing, { on: "get" });
  await window.palette("Raze: Reload Contact, Discard My Draft");
  const notice = await window.notifications.waitFor(/failed with status 500/);
  expect(notice.buttons).toEqual(["Try Again", "Show Log"]);
  sandbox.faults.clear();
  await editContact(product, ana);
  takeReceived(product);
  await window.notifications.press(notice.message, "Try Again");
  await expect.poll(() => takeReceived(product)).toEqual([`GET ${contactPath}`]);

  sandbox.faults.always(failing, { on: "get" });
  await window.palette("Raze: Reload Contact, Discard My Draft");
  await window.notifications.waitFor(/failed with status 500/);
  await window.notifications.press(notice.message, "Show Log");
  // This VS Code writes no logs, so what is in it cannot be seen.
  const shown = window.page.locator(".part.panel select option:checked");
  await expect.poll(() => shown.first().textContent()).toBe("Raze Contacts");
});

test("a button of the form that fails offers to try again too", async () => {
  const { form, sandbox, window } = product;
  const failing = answerWith(() => Response.json({ success: false }, { status: 500 }));
  await editContact(product);
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  sandbox.faults.always(failing, { on: "update" });
  await window.save();
  await form.getByText(/Whether the change was applied is not known/).waitFor();
  sandbox.faults.always(failing, { on: "get" });
  await form.getByRole("button", { name: "Compare" }).click();
  const notice = await window.notifications.waitFor(/failed with status 500/);
  expect(notice.buttons).toEqual(["Try Again", "Show Log"]);
  sandbox.faults.clear();
  await window.notifications.press(notice.message, "Try Again");
  await expect.poll(async () => (await window.activeTab())?.label).toContain("John Doe: On the Server ↔ Draft");
});
