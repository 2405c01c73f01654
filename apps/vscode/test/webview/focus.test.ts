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

test("goes into what will be sent, which stands before its button, and back with Escape", async () => {
  const form = await open({ draft: { ...john, position: "CTO" } });
  const { page } = form;
  for (const name of ["Before / after", "JSON"]) {
    await page.getByRole("button", { name, exact: true }).press("Enter");
    const panel = page.getByRole("region", { name, exact: true });
    await expect.poll(() => panel.evaluate((element) => element === document.activeElement)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(form)).toBe("JSON");
});

test("is not led into what was closed right after it was opened", async () => {
  const form = await open({ draft: { ...john, position: "CTO" } });
  const json = form.page.getByRole("button", { name: "JSON", exact: true });
  await json.evaluate(async (button: HTMLElement) => {
    button.click();
    // Not a frame passes in between.
    for (let turns = 0; turns < 9; turns += 1) await Promise.resolve();
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  });
  await form.page.locator("#review").waitFor({ state: "detached" });
  await expect.poll(() => focused(form)).toBe("JSON");
});

test("leaves the focus to the field when its conflict goes", async () => {
  const conflicts = [{ path: ["position"], base: "CEO", mine: "CTO", theirs: "CFO" }];
  const form = await open({ draft: { ...john, position: "CTO" }, conflicts });
  await form.page.getByRole("button", { name: "Keep mine" }).focus();
  await form.host.set({ conflicts: [] });
  await expect.poll(() => focused(form)).toBe("field-position");
});

test("stays on a tag when another comes before it, and goes on to the input when the tag goes", async () => {
  const form = await open();
  const prospect = form.page.getByRole("button", { name: "Remove prospect" });
  await prospect.focus();
  await form.host.set({ draft: { ...john, tags: ["new", "prospect", "decision-maker"] } });
  await form.page.getByRole("button", { name: "Remove new" }).waitFor();
  expect(await prospect.evaluate((button) => button === document.activeElement)).toBe(true);
  await form.page.getByRole("button", { name: "Remove new" }).focus();
  await form.host.set({ draft: john });
  await expect.poll(() => focused(form)).toBe("field-tags");
});

test("leaves the focus to Add a field when the custom field that has it is undone", async () => {
  const form = await open({ draft: { ...john, custom_fields: { ...john.custom_fields, team: "Blue" } } });
  await form.page.getByLabel("Value of team").focus();
  await form.host.set({ draft: john });
  await expect.poll(() => focused(form)).toBe("Add a field");
});

test("stays where a custom field was removed, in a list of 200", async () => {
  const custom_fields = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`field ${index}`, "value"]));
  const form = await open({ base: { kind: "known", values: { ...john, custom_fields } } });
  const { page, host } = form;
  const nameOfFocused = () => page.evaluate(() => document.activeElement?.getAttribute("title"));
  const scrolled = () => page.locator("main").evaluate((main) => main.scrollTop);
  await page.getByRole("button", { name: "Remove field 3", exact: true }).focus();
  const before = await scrolled();
  await page.keyboard.press("Enter");
  await expect.poll(nameOfFocused).toBe("Put back field 3");
  expect(await scrolled()).toBe(before);
  await host.set({ draft: { ...host.draft, custom_fields: { new: "1", ...custom_fields } } });
  await page.getByRole("button", { name: "Remove new" }).press("Enter");
  await expect.poll(nameOfFocused).toBe("Remove field 0");
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
