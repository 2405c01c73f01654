import { beforeAll, expect, test } from "vitest";
import { contactPath, editContact, field, remote, signIn, takeReceived, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const score = () => product.form.getByLabel("Value of company_size", { exact: true });
/** Chooses the number for a row; its text has none, so what it holds is not valid yet. */
const makeInvalid = () => product.form.getByLabel("Type of company_size", { exact: true }).selectOption("number");

beforeAll(async () => {
  await signIn(product);
  await editContact(product);
});

test("no save passes over a custom field that is not yet valid, and says where it is", async () => {
  const { form, window } = product;
  await field(product, "Position").fill("VP of Engineering");
  await untilDirty(product, true);
  await makeInvalid();
  await field(product, "Position").focus();
  takeReceived(product);
  await window.save();
  await form.getByText("Not saved: look at Custom fields.").first().waitFor();
  await expect.poll(() => score().evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
  await window.screenshot(".test/seen/held.png");
  expect(await window.notifications.toasts()).toEqual([]);
  expect(takeReceived(product)).toEqual([]);
  await window.palette("File: Save All Files");
  await window.notifications.waitFor(/Not saved: look at Custom fields\./);
  expect(takeReceived(product)).toEqual([]);
  await window.palette("Notifications: Clear All Notifications");
  await score().fill("51");
  await window.save();
  await untilDirty(product, false);
  const [, update] = takeReceived(product);
  expect(update).toBe(
    `PUT ${contactPath} {"position":"VP of Engineering","custom_fields":{"industry":"Technology","company_size":51}}`,
  );
});

test("a save that VS Code begins by itself sends nothing without a yes", async () => {
  const { window } = product;
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  await window.palette("File: Save All Files");
  await expect.poll(() => window.dialog.text()).toContain("Position: VP of Engineering → Chair");
  await window.screenshot(".test/seen/agreeToSend.png");
  await window.dialog.press("Cancel");
  expect(takeReceived(product)).toEqual([]);
  expect(remote(product).position).toBe("VP of Engineering");
  await untilDirty(product, true);
  expect(await field(product, "Position").inputValue()).toBe("Chair");
});

test("a changed contact that is closed with Save is sent after a yes, and closed", async () => {
  const { window } = product;
  await window.palette("View: Close Editor");
  await expect.poll(() => window.dialog.text()).toContain("Do you want to save the changes");
  // Our own dialog takes the place of VS Code's.
  await window.page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(() => window.dialog.text()).toContain("Send the changes of John Doe?");
  await window.dialog.press("Send");
  await expect.poll(() => window.tabs()).toEqual([]);
  expect(remote(product).position).toBe("Chair");
});
