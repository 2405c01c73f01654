import { beforeAll, expect, test } from "vitest";
import { canaryKey, contactPath, editContact, field, signIn, takeReceived, told, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
const keyboard = () => product.window.page.keyboard;
const clipboard = () => product.window.page.evaluate<string>("navigator.clipboard.readText()");

beforeAll(async () => {
  await product.window.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn(product);
  await editContact(product);
});

test("nothing is changed, so there is nothing to copy", async () => {
  await product.window.palette("Raze: Copy Update As…");
  await product.window.notifications.waitFor("There is nothing to send, so there is nothing to copy.");
});

test("the pending update as code, by keyboard, without the key", async () => {
  await field(product, "Position").fill("VP of Engineering");
  await untilDirty(product, true);
  takeReceived(product);
  await product.window.palette("Raze: Copy Update As…");
  await product.window.quickInput.row("curl").waitFor();
  await product.window.screenshot(".test/seen/copyAs.png");
  await keyboard().type("python");
  await keyboard().press("Enter");
  await expect.poll(clipboard).toContain("requests.put(");
  expect(await clipboard()).toContain('"position": "VP of Engineering"');
  expect(await clipboard()).not.toContain(canaryKey);
  await told(product, "Copied as Python (requests). The key is read from RAZE_API_KEY.").waitFor();
  expect(takeReceived(product)).toEqual([]);
});

test("what a save would hold back is not copied either", async () => {
  const { form, window } = product;
  const before = await clipboard();
  await form.getByRole("button", { name: "Add a field" }).click();
  await form.getByRole("textbox", { name: "Name of custom field 3" }).fill("followers");
  await form.getByRole("combobox", { name: "Type of followers" }).selectOption("Number");
  await form.getByRole("textbox", { name: "Value of followers" }).fill("12");
  await form.getByText(/2 changes: Position, Custom fields/).waitFor();
  await form.getByRole("textbox", { name: "Value of followers" }).fill("12 or so");
  await window.palette("Raze: Copy Update As…");
  await window.notifications.waitFor("Not copied: look at Custom fields.");
  expect(await clipboard()).toBe(before);
  await form.getByRole("button", { name: "Revert Custom fields" }).click();
  await form.getByText("1 change: Position").waitFor();
});

test("a button at the editor shows what is stored against what is edited, as text", async () => {
  await product.window.page.getByRole("button", { name: "Review Changes" }).click();
  await expect.poll(async () => (await product.window.activeTab())?.label).toContain("John Doe: On the Server ↔ Draft");
  const diff = product.window.page.locator(".monaco-diff-editor:visible");
  await expect.poll(() => diff.locator(".editor.original").textContent()).toContain("CEO");
  await expect
    .poll(() => diff.locator(".editor.modified").textContent())
    .toContain("VP of Engineering".replaceAll(" ", "\u00a0"));
  await product.window.screenshot(".test/seen/reviewChanges.png");
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
  await product.window.palette("View: Close Editor");
  await untilDirty(product, true);
});

test("the JSON text completes fields and says what is wrong or worth a look", async () => {
  const { page } = product.window;
  await product.window.palette("View: Reopen Editor With...");
  await product.window.quickInput.row(/Text Editor/).waitFor();
  await keyboard().type("Text Editor");
  await keyboard().press("Enter");
  await page.locator(".view-line", { hasText: "linkedin_url" }).waitFor();
  await page.locator(".view-line", { hasText: "linkedin_url" }).click();
  await keyboard().press("End");
  for (let presses = 0; presses < 'linkedin.com/in/johndoe",'.length; presses += 1)
    await keyboard().press("Shift+ArrowLeft");
  await keyboard().type('example.com",');
  await page.locator(".squiggly-info").waitFor();
  await keyboard().press("F8"); // the next problem
  await page.getByText("This address is not on linkedin.com.").first().waitFor();
  await product.window.screenshot(".test/seen/jsonText.png");
});
