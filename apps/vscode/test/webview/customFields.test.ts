import { expect, test } from "vitest";
import { type FormPage, useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const name = ({ page }: FormPage, position: number) =>
  page.getByLabel(`Name of custom field ${position}`, { exact: true });
const value = ({ page }: FormPage, field: string) => page.getByLabel(`Value of ${field}`, { exact: true });
const type = ({ page }: FormPage, field: string) => page.getByLabel(`Type of ${field}`, { exact: true });
const errors = ({ field }: FormPage) => field("custom_fields").locator(".fault").allInnerTexts();

test("adds a field, its name first, and sends it once it is whole", async () => {
  const form = await open();
  const { page, host, sent } = form;
  await page.getByRole("button", { name: "Add a field" }).click();
  await expect.poll(() => name(form, 3).evaluate((input) => input === document.activeElement)).toBe(true);
  expect(sent("edit")).toEqual([]);
  expect(await errors(form)).toEqual([]);
  await page.keyboard.type("team");
  await value(form, "team").fill("Blue");
  await page.keyboard.press("Tab");
  await expect.poll(() => host.draft.custom_fields).toEqual({ ...john.custom_fields, team: "Blue" });
  expect(Object.keys(host.draft.custom_fields ?? {})).toEqual(["industry", "company_size", "team"]);
});

test("keeps the focus and the caret in a row while it is renamed", async () => {
  const form = await open();
  const { page, host } = form;
  await name(form, 1).focus();
  await page.keyboard.press("Home");
  await page.keyboard.type("main_", { delay: 120 });
  await expect.poll(() => host.draft.custom_fields).toEqual({ main_industry: "Technology", company_size: "50-200" });
  await page.waitForTimeout(100);
  expect(
    await name(form, 1).evaluate((input: HTMLInputElement) => [input === document.activeElement, input.selectionStart]),
  ).toEqual([true, 5]);
});

test.each([
  ["a blank name", "", "Give this field a name."],
  ["a name that is taken", "company_size", "There is already a field called company_size."],
  ["a name that JSON cannot carry safely", "__proto__", "A custom field cannot be called __proto__."],
])("keeps %s back, and the field's old name in the draft, until it is mended", async (_, text, sentence) => {
  const form = await open();
  const { page, host } = form;
  await name(form, 1).fill("x");
  await name(form, 1).fill(text);
  await page.keyboard.press("Tab");
  await expect.poll(() => errors(form)).toEqual([sentence]);
  expect(await name(form, 1).getAttribute("aria-invalid")).toBe("true");
  await value(form, "company_size").last().fill("10");
  await page.keyboard.press("Tab");
  await expect.poll(() => host.draft.custom_fields).toEqual({ x: "Technology", company_size: "10" });
  await name(form, 1).fill("sector");
  await expect.poll(() => errors(form)).toEqual([]);
  await expect.poll(() => host.draft.custom_fields).toEqual({ sector: "Technology", company_size: "10" });
});

test("takes numbers, yes and no, and JSON by their types", async () => {
  const form = await open({ draft: { ...john, custom_fields: { seats: "12", active: "yes", meta: "{}" } } });
  const { page, host } = form;
  await type(form, "seats").selectOption("Number");
  await type(form, "active").selectOption("Yes / no");
  await expect.poll(() => host.draft.custom_fields).toEqual({ seats: 12, active: true, meta: "{}" });
  await value(form, "active").selectOption("No");
  await type(form, "meta").selectOption("JSON");
  await value(form, "meta").fill('{"a":[1,null]}');
  await value(form, "seats").fill("-12.5e1");
  await page.keyboard.press("Tab");
  await expect.poll(() => host.draft.custom_fields).toEqual({ seats: -125, active: false, meta: { a: [1, null] } });
});

test.each([
  ["Number", "12x", "This is not a number. Write it like 12.5."],
  ["Number", "", "This is not a number. Write it like 12.5."],
  ["Number", "12345678901234567890", "This number would not arrive as it is. Use text."],
  ["JSON", '{"a":', "This is not valid JSON."],
])("keeps %s %j back and the last good value in the draft", async (kind, text, sentence) => {
  const form = await open({ draft: { ...john, custom_fields: { seats: "12", other: "a" } } });
  const { page, host } = form;
  await type(form, "seats").selectOption(kind);
  await value(form, "seats").fill("7");
  await expect.poll(() => host.draft.custom_fields).toMatchObject({ seats: 7 });
  await value(form, "seats").fill(text);
  await page.keyboard.press("Tab");
  await expect.poll(() => errors(form)).toEqual([sentence]);
  await value(form, "other").fill("b");
  await page.keyboard.press("Tab");
  await expect.poll(() => host.draft.custom_fields).toEqual({ seats: 7, other: "b" });
  expect(await value(form, "seats").inputValue()).toBe(text);
});

test("says nothing against a value that nobody could fill in yet, until it is left", async () => {
  const form = await open();
  const { page } = form;
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByRole("textbox", { name: "Name of custom field 3" }).fill("seats");
  await page.keyboard.press("Tab");
  await type(form, "seats").selectOption("Number");
  await page.keyboard.press("Tab");
  expect(await value(form, "seats").evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await errors(form)).toEqual([]);
  await page.keyboard.press("Tab");
  await expect.poll(() => errors(form)).toEqual(["This is not a number. Write it like 12.5."]);
});

test("removes a field, strikes it through where it was, and puts it back", async () => {
  const form = await open();
  const { page, host, field } = form;
  await page.getByRole("button", { name: "Remove industry" }).click();
  await expect.poll(() => host.draft.custom_fields).toEqual({ company_size: "50-200" });
  await expect
    .poll(() => field("custom_fields").locator(".note").textContent())
    .toBe("Saving sends all custom fields: 1 removed, 1 kept.");
  expect(await field("custom_fields").locator(".row").first().textContent()).toContain("industry");
  await page.getByRole("button", { name: "Put back industry" }).click();
  await expect
    .poll(() => Object.entries(host.draft.custom_fields ?? {}))
    .toEqual(Object.entries(john.custom_fields ?? {}));
});

test("drops what is not yet valid when all is reverted", async () => {
  const form = await open();
  const { page } = form;
  await page.getByRole("button", { name: "Add a field" }).click();
  await value(form, "industry").fill("Retail");
  await page.getByRole("button", { name: "Revert all" }).click();
  await expect.poll(() => page.locator(".row").count()).toBe(2);
  await expect.poll(() => value(form, "industry").inputValue()).toBe("Technology");
});

test("keeps what is not yet valid while the document changes", async () => {
  const form = await open();
  const { page, host } = form;
  await page.getByRole("button", { name: "Add a field" }).click();
  await value(form, "this field").fill("half");
  await host.set({ draft: { ...john, custom_fields: { company_size: "1", industry: "Retail" } } });
  await expect.poll(() => value(form, "industry").inputValue()).toBe("Retail");
  expect(await value(form, "this field").inputValue()).toBe("half");
});
