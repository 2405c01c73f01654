import { beforeAll, expect, test } from "vitest";
import {
  canaryKey,
  change,
  contactPath,
  editContact,
  field,
  remote,
  signIn,
  takeReceived,
  told,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const keyboard = () => product.window.page.keyboard;
const undo = () => product.window.palette("Raze: Undo Last Save");

async function save(fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await field(product, label).fill(value);
  await untilDirty(product, true);
  await product.window.save();
  await untilDirty(product, false);
  takeReceived(product);
}

beforeAll(() => signIn(product));

test("without a save there is nothing to undo", async () => {
  await undo();
  await product.window.notifications.waitFor("No contact has been saved in this window yet.");
});

test("by keyboard: names what it brings back, sends the inverse, and the form follows", async () => {
  await editContact(product);
  await save({ Position: "VP of Engineering", Phone: "" });
  await undo();
  const words = await product.window.dialog.text();
  expect(words).toMatch(/Undo the last save of John Doe \(127\.0\.0\.1:\d+\)\?/);
  expect(words).toContain("Position: VP of Engineering → CEO");
  expect(words).toContain("Phone: empty → +5511999999999");
  await product.window.screenshot(".test/seen/undo-confirm.png");
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).position).toBe("CEO");
  expect(takeReceived(product)).toEqual([
    `GET ${contactPath}`,
    `PUT ${contactPath} {"phone":"+5511999999999","position":"CEO"}`,
  ]);
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CEO");
  await untilDirty(product, false);
  await told(product, "Saved John Doe: 2 fields (Phone, Position)").waitFor();
});

test("it is a save itself, so it can be undone; Esc sends nothing", async () => {
  await undo();
  expect(await product.window.dialog.text()).toContain("Position: CEO → VP of Engineering");
  await keyboard().press("Escape");
  await expect.poll(() => takeReceived(product)).toEqual([`GET ${contactPath}`]);
  expect(remote(product).position).toBe("CEO");
});

test("what somebody has changed since stays, and is named; the rest goes back", async () => {
  await save({ Position: "CTO", Company: "Initech" });
  change(product, { company: "Hooli" });
  await undo();
  const words = await product.window.dialog.text();
  expect(words).toContain("Position: CTO → CEO");
  expect(words).toContain("Company: stays, because somebody has changed it since.");
  await product.window.screenshot(".test/seen/undo-rest.png");
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).position).toBe("CEO");
  expect(remote(product).company).toBe("Hooli");
});

test("when somebody has changed all of it, nothing is sent", async () => {
  await save({ Position: "CTO" });
  change(product, { position: "CFO" });
  await undo();
  await product.window.notifications.waitFor(
    /cannot be undone\. Position: stays, because somebody has changed it since/,
  );
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
});

test("what somebody wrote into a contact is text, not a link that runs a command", async () => {
  change(product, { name: "[John](command:workbench.action.closeAllEditors) Doe", position: "CEO" });
  await product.window.palette("Raze: Reload Contact, Discard My Draft");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CEO");
  await save({ Position: "CTO" });
  change(product, { position: "CFO" });
  await undo();
  const toast = product.window.notifications.toast(/John.* Doe cannot be undone/);
  await toast.waitFor();
  expect(await toast.locator(".notification-list-item-message a").count()).toBe(0);
  change(product, { name: "John Doe" });
});

test("a draft takes the old value and is not sent", async () => {
  await product.window.palette("Raze: Reload Contact, Discard My Draft");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CFO");
  await save({ Position: "Founder" });
  await field(product, "Company").fill("Aperture");
  await untilDirty(product, true);
  await undo();
  expect(await product.window.dialog.text()).toContain("There is an unsaved draft of this contact.");
  await product.window.screenshot(".test/seen/undo-draft.png");
  await keyboard().press("Enter");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CFO");
  expect(await field(product, "Company").inputValue()).toBe("Aperture");
  expect(remote(product)).toMatchObject({ position: "Founder", company: "Hooli" });
  await product.window.palette("File: Revert File");
  await untilDirty(product, false);
});

test("a save of unknown values cannot be undone, and is said to be", async () => {
  product.sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
  await editContact(product, "cnt_nxi7l4cjfqgm");
  await save({ Position: "CTO" });
  await undo();
  await product.window.notifications.waitFor(/cannot be undone: the server did not show what was stored before/);
  expect(takeReceived(product)).toEqual([]);
});
