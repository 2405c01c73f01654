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
