import { expect, test } from "vitest";
import { contactPath, editContact, openProduct, signIn, takeReceived, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct(async () => {
  const opened = await openProduct();
  await signIn(opened);
  await editContact(opened);
  await opened.window.palette("View: Split Editor Right");
  await opened.window.webview(1).getByRole("heading", { name: "John Doe" }).waitFor();
  return opened;
});

const [left, right] = [0, 1];
const input = (form: number, label: string) =>
  product.window.webview(form).getByRole("textbox", { name: new RegExp(`^${label}`) });
const press = (key: string) => product.window.page.keyboard.press(key);
const write = (letters: string) => product.window.page.keyboard.type(letters);

async function untilBothSay(label: string, value: string): Promise<void> {
  for (const form of [left, right]) await expect.poll(() => input(form, label).inputValue()).toBe(value);
}

test("what is typed in one form is in the other, each caret stays, and both are saved once", async () => {
  await input(left, "Position").click();
  await press("Home");
  await write("Acting ");
  await untilBothSay("Position", "Acting CEO");
  await write("co-");
  await untilBothSay("Position", "Acting co-CEO");

  await input(right, "Company").click();
  await press("End");
  await write(" Ltd");
  await untilBothSay("Company", "Acme Inc Ltd");
  takeReceived(product);
  await product.window.save();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([
    `GET ${contactPath}`,
    `PUT ${contactPath} {"company":"Acme Inc Ltd","position":"Acting co-CEO"}`,
  ]);
});

test("undo in one form is undo in both", async () => {
  await input(right, "Phone").click();
  await press("End");
  await write("0");
  await untilBothSay("Phone", "+55119999999990");
  await press("ControlOrMeta+z");
  await untilBothSay("Phone", "+5511999999999");
  await untilBothSay("Company", "Acme Inc Ltd");
});

/** Waits until the control with this label has the focus of the window. */
async function untilFocused(form: number, label: string): Promise<void> {
  await expect.poll(() => input(form, label).evaluate((control) => control.matches(":focus"))).toBe(true);
  // VS Code asks each page four times a second whether it has the focus; no person is faster than that, a test is.
  await product.window.page.waitForTimeout(500);
}

test("coming back by keyboard, the focus is where it was in each form, and a click goes where it points", async () => {
  const { window } = product;
  const [first, second] = ["ControlOrMeta+1", "ControlOrMeta+2"];
  await input(left, "Position").click();
  await press("End");
  await input(right, "Company").click();
  await press("Home");
  await press(first);
  await untilFocused(left, "Position");
  await press(second);
  await untilFocused(right, "Company");
  await press("F1");
  await window.quickInput.row("View: Split Editor Right").waitFor();
  await window.quickInput.cancel();
  await untilFocused(right, "Company");
  await window.palette("File: New Untitled Text File");
  await expect.poll(async () => (await window.activeTab())?.label).toMatch(/^Untitled/);
  await window.palette("View: Close Editor");
  await untilFocused(right, "Company");
  await write("The ");
  await untilBothSay("Company", "The Acme Inc Ltd");
  await press(first);
  await untilFocused(left, "Position");
  await write(" again");
  await untilBothSay("Position", "Acting co-CEO again");

  await input(right, "Phone").click();
  await untilFocused(right, "Phone");
  await window.webview(left).locator(".facts").click();
  await expect.poll(() => input(left, "Position").evaluate(({ ownerDocument }) => ownerDocument.hasFocus())).toBe(true);
  expect(await input(left, "Position").evaluate((element) => element.matches(":focus"))).toBe(false);
  await window.save();
  await untilDirty(product, false);
});

test("what is typed in one of them is in the other, though a key closes it right after", async () => {
  await input(right, "Company").fill("");
  await untilBothSay("Company", "");
  await input(right, "Company").focus();
  await write("Initech");
  await press("ControlOrMeta+w");
  await expect.poll(() => product.window.tabs()).toHaveLength(1);
  await expect.poll(() => input(left, "Company").inputValue()).toBe("Initech");
});

test("a tag that is not yet finished is in the draft when a key closes its form", async () => {
  const { window } = product;
  const isThere = () => window.webview().getByRole("listitem").filter({ hasText: "unfinished" }).waitFor();
  await window.palette("View: Split Editor Right");
  await input(right, "Tags").click();
  await write("unfinished");
  await press("ControlOrMeta+w");
  await expect.poll(() => window.tabs()).toHaveLength(1);
  await isThere();

  await window.webview().getByRole("button", { name: "Revert Tags" }).click();
  await input(left, "Tags").click();
  await write("unfinished");
  await press("ControlOrMeta+w");
  await window.dialog.press("Cancel");
  await isThere();
});
