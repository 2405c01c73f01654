import { beforeAll, describe, expect, test } from "vitest";
import { contactPath, editContact, field, remote, signIn, takeReceived, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const press = (key: string) => product.window.page.keyboard.press(key);
const write = (letters: string) => product.window.page.keyboard.type(letters);
const text = () => product.window.page.locator(".editor-group-container .monaco-editor").first();
const focusText = () => press("ControlOrMeta+2");

/** Form on the left, JSON text on the right. */
beforeAll(async () => {
  const { window } = product;
  await signIn(product);
  await editContact(product);
  await window.palette("View: Split Editor Right");
  // While the new form is on its way, the focus may be in the old one yet.
  await window.webview(1).getByRole("heading", { name: "John Doe" }).waitFor();
  await window.palette("View: Focus Right Editor Group");
  await window.palette("View: Reopen Editor With...");
  await window.quickInput.row("Text Editor").click();
  await line("position").waitFor();
});

/** The line of the JSON text that holds a field. */
const line = (name: string) => text().locator(".view-line", { hasText: `"${name}"` });

/** Waits until form and text both say so. */
async function untilBothSay(label: string, name: string, value: string): Promise<void> {
  await expect
    .poll(async () => (await line(name).textContent())?.replaceAll("\u00a0", " ").trim())
    .toBe(`"${name}": "${value}",`);
  await expect.poll(() => field(product, label).inputValue()).toBe(value);
}

const untilTextFocused = () => product.window.page.locator(".monaco-editor.focused").waitFor();

test("typed in turn into form and text: both say the same, and the text's caret stays where it was", async () => {
  const { window } = product;
  await line("position").click();
  await press("End");
  await press("ArrowLeft");
  await press("ArrowLeft");
  await write(" (acting)");
  await untilBothSay("Position", "position", "CEO (acting)");

  // The company stands above the position, so the text moves under its caret.
  await field(product, "Company").click();
  await press("Home");
  await write("The ");
  await focusText();
  await untilTextFocused();
  await write(" and CFO");
  await field(product, "Company").click();
  await press("End");
  await write(" Ltd");
  await focusText();
  await untilTextFocused();
  await write("!");
  await untilBothSay("Company", "company", "The Acme Inc Ltd");
  await untilBothSay("Position", "position", "CEO (acting) and CFO!");
  takeReceived(product);
  await window.save();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([
    `GET ${contactPath}`,
    `PUT ${contactPath} {"company":"The Acme Inc Ltd","position":"CEO (acting) and CFO!"}`,
  ]);
});

test("text that is no JSON any more locks the form and not the text, and both go on when it is mended", async () => {
  const { form, window } = product;
  await line("position").click();
  await press("End");
  await press("Backspace");
  await press("Backspace");
  await form.getByRole("button", { name: "Edit as JSON" }).waitFor();
  takeReceived(product);
  await window.save();
  await form
    .getByText(/This is not JSON.*Nothing was sent/)
    .first()
    .waitFor();
  expect(takeReceived(product)).toEqual([]);
  await write('",');
  await untilBothSay("Position", "position", "CEO (acting) and CFO!");
});

describe("ten megabytes", { timeout: 300_000 }, () => {
  const size = 10_000_000;
  const patiently = { timeout: 200_000 };
  const refused = /The server refused the update\. Nothing was changed\. The body is larger than 1 MiB\./;

  beforeAll(async () => {
    const { page } = product.window;
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(`navigator.clipboard.writeText("x".repeat(${size}))`);
  });
  /** Saves, and waits until the refusal is told. The form may still show an earlier one. */
  async function saveInVain(): Promise<void> {
    const { form, window } = product;
    await untilDirty(product, true);
    takeReceived(product);
    await window.save();
    await expect.poll(() => takeReceived(product), patiently).toContain(`PUT ${contactPath}`);
    await expect.poll(() => form.getByRole("button", { name: "Saving…" }).count(), patiently).toBe(0);
    await form.getByText(refused).waitFor();
    expect((await window.activeTab())?.dirty).toBe(true);
  }
  const advice = (length: number) => product.form.getByText(`it has ${length}.`);

  test("pasted into a field: the server's refusal is told, the draft stays, and can be reverted", async () => {
    const { form } = product;
    await field(product, "Company").click();
    await press("ControlOrMeta+a");
    await press("ControlOrMeta+v");
    await press("Tab");
    await advice(size).waitFor(patiently);
    await saveInVain();
    expect(await advice(size).count()).toBe(1);
    await form.getByRole("button", { name: "Revert Company" }).click();
    await untilBothSay("Company", "company", "The Acme Inc Ltd");
    expect(remote(product).company).toBe("The Acme Inc Ltd");
  });

  test("pasted into the text: the same, and one step of undo takes it back", async () => {
    await line("position").click();
    await press("End");
    await press("ArrowLeft");
    await press("ArrowLeft");
    await press("ControlOrMeta+v");
    await saveInVain();
    await focusText();
    await untilTextFocused();
    await press("ControlOrMeta+z");
    await untilBothSay("Position", "position", "CEO (acting) and CFO!");
    expect(remote(product).position).toBe("CEO (acting) and CFO!");
  });
});
