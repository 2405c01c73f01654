import { expect, test } from "vitest";
import { type FormPage, freeze, useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
/** What has the focus, by its id, its text or its kind. */
const focused = ({ page }: FormPage) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.id || element?.textContent || element?.tagName;
  });
const later = { action: "dismiss" as const, label: "Later" };
const banner = { tone: "error" as const, text: "The contact could not be read.", actions: [later] };

test.each([
  ["Phone", "field-phone"],
  ["Tags", "field-tags"],
  ["Custom fields", "Add a field"],
])("leaves the focus to %s when its Revert goes", async (label, stop) => {
  const form = await open({ draft: { ...john, phone: "12", tags: [], custom_fields: { one: "new" } } });
  const revert = form.page.getByRole("button", { name: `Revert ${label}` });
  await revert.press("Enter");
  await expect.poll(() => revert.count()).toBe(0);
  expect(await focused(form)).toBe(stop);
});

test("leaves the focus to the heading when the banner goes", async () => {
  const form = await open({ banner });
  await form.page.getByRole("button", { name: "Later" }).focus();
  await form.host.set({ banner: { ...banner, actions: [] } });
  await expect.poll(() => focused(form)).toBe("John Doe");
});

test("leaves the focus to the field when its conflict goes", async () => {
  const conflicts = [{ path: ["position"], base: "CEO", mine: "CTO", theirs: "CFO" }];
  const form = await open({ draft: { ...john, position: "CTO" }, conflicts });
  await form.page.getByRole("button", { name: "Keep mine" }).focus();
  await form.host.set({ conflicts: [] });
  await expect.poll(() => focused(form)).toBe("field-position");
});

test("takes the focus nowhere when what goes did not have it", async () => {
  const form = await open({ draft: { ...john, position: "CTO" }, banner });
  await form.page.locator("#field-name").focus();
  await form.host.set({ draft: john, banner: { ...banner, actions: [] } });
  await expect.poll(() => form.page.getByRole("button", { name: "Later" }).count()).toBe(0);
  expect(await focused(form)).toBe("field-name");
});

test("stays in a text while its last line break is deleted, and when it gets one from elsewhere", async () => {
  const form = await open({ draft: { ...john, position: "One\nTwo" } });
  const { page, host } = form;
  await page.locator("#field-position").focus();
  await page.keyboard.press("Control+End");
  for (const _ of "\nTwo") await page.keyboard.press("Backspace");
  await expect.poll(() => host.draft.position).toBe("One");
  await page.keyboard.type("!");
  await expect.poll(() => host.draft.position).toBe("One!");

  await page.locator("#field-company").focus();
  await host.set({ draft: { ...john, company: "Acme\nInc" } });
  await expect.poll(() => page.locator("textarea#field-company").count()).toBe(1);
  expect(await focused(form)).toBe("field-company");
});

test("takes a field back with one click right after typing, whatever there is to say of it then", async () => {
  const form = await open();
  await freeze(form);
  const { page, host } = form;
  await page.locator("#field-phone").fill("123456");
  await host.set({ serverFaults: [{ path: ["phone"], message: "Give a Brazilian number." }] });
  await page.getByText("Give a Brazilian number.").waitFor();
  await page.getByRole("button", { name: "Revert Phone" }).hover();
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(() => host.draft.phone).toBe(john.phone);
});
