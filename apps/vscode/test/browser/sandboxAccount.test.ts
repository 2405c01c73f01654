import { expect, test } from "vitest";
import { field, idPlaceholder, reloadWindow, told, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();

test("from nothing to a changed contact by keyboard alone, without key and network", async () => {
  const { window, sandbox } = product;
  const { keyboard } = window.page;
  await window.palette("Raze: Edit Contact…");
  const name = "Try the Sandbox, Sample contacts inside VS Code. No key, no network.";
  await window.page.getByRole("option", { name, exact: true }).waitFor();
  await keyboard.press("Enter");
  await window.quickInput.row("Ana Beatriz Nascimento").waitFor();
  await keyboard.type("john doe");
  await window.quickInput.row("John Doe").waitFor();
  await keyboard.press("Enter");
  await field(product, "Name").waitFor();

  // The form takes the focus; Tab reaches the fields in their order.
  for (let presses = 0; !(await hasFocus("Position")); presses += 1) {
    if (presses > 20) throw new Error("Tab never reached Position.");
    await keyboard.press("Tab");
  }
  await keyboard.press("ControlOrMeta+a");
  await keyboard.type("VP of Engineering");
  await untilDirty(product, true);
  expect(await field(product, "Position").inputValue()).toBe("VP of Engineering");
  await keyboard.press("ControlOrMeta+s");
  await untilDirty(product, false);
  await window.page.getByText("Saved John Doe: 1 field (Position)").waitFor();
  expect(sandbox.received, "nothing left VS Code").toEqual([]);
});

test("undo goes back field by field, and redo forward", async () => {
  const { keyboard } = product.window.page;
  const position = field(product, "Position");
  await position.fill("Advisor");
  await untilDirty(product, true);
  await keyboard.press("ControlOrMeta+z");
  await expect.poll(() => position.inputValue()).toBe("VP of Engineering");
  await untilDirty(product, false);
  await told(product, "Undone: Position").waitFor();
  await keyboard.press("ControlOrMeta+Shift+z");
  await expect.poll(() => position.inputValue()).toBe("Advisor");
  await told(product, "Redone: Position").waitFor();
  await keyboard.press("ControlOrMeta+z");
  await untilDirty(product, false);
});

test.each(["Revert Company", "Revert all"])("%s leaves nothing to save, and the tab says so", async (button) => {
  await field(product, "Company").fill("Initech");
  await untilDirty(product, true);
  await product.form.getByRole("button", { name: button, exact: true }).click();
  await expect.poll(() => field(product, "Company").inputValue()).toBe("Acme Inc");
  await untilDirty(product, false);
});

test("what is typed and not yet valid outlives a look at another tab", async () => {
  const { window, form } = product;
  await form.getByRole("button", { name: "Add a field" }).click();
  const name = form.getByRole("textbox", { name: /^Name of custom field 3/ });
  const value = form.getByRole("textbox", { name: /^Value of this field/ });
  await value.fill("not lost");
  await window.palette("File: New Untitled Text File");
  await expect.poll(async () => (await window.activeTab())?.label).toMatch(/^Untitled/);
  await window.palette("View: Close Editor");
  await expect.poll(() => value.inputValue()).toBe("not lost");
  expect(await name.inputValue()).toBe("");
  await form.getByRole("button", { name: "Remove this field" }).click();
  await expect.poll(() => name.count()).toBe(0);
  await untilDirty(product, false);
});

test("the sandbox keeps its contacts over a reload, until it is reset", async () => {
  const { window } = product;
  await reloadWindow(product);
  await expect.poll(() => field(product, "Position").inputValue()).toBe("VP of Engineering");

  await window.palette("Raze: Reset Sandbox");
  await window.dialog.press("Reset");
  await told(product, "The sandbox has its sample contacts again.").waitFor();
  await window.palette("Raze: Reload Contact, Discard My Draft");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CEO");
  await told(product, "John Doe is shown as the server has it.").waitFor();
});

test("an id under the cursor is filled in", async () => {
  const { window } = product;
  await window.page.getByRole("treeitem", { name: "notes.txt" }).dblclick();
  await window.page.locator(".view-line", { hasText: "cnt_abc123def456" }).waitFor();
  await window.page.keyboard.press("ControlOrMeta+Home");
  for (let presses = 0; presses < 8; presses += 1) await window.page.keyboard.press("ArrowRight");
  await window.palette("Raze: Edit Contact…");
  await expect.poll(() => window.quickInput.box(idPlaceholder).inputValue()).toBe("cnt_abc123def456");
  await window.quickInput.cancel();
});

const hasFocus = (label: string): Promise<boolean> =>
  field(product, label).evaluate((input) => input === input.ownerDocument.activeElement);
