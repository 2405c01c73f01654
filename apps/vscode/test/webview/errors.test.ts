import { expect, test } from "vitest";
import { type FormPage, freeze, useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const email = "#field-email";
const errors = ({ field }: FormPage, name: string) => field(name).locator(".fault").allTextContents();

test("says what is wrong after a pause, not while typing, and not once it is mended", async () => {
  const form = await open({ draft: { ...john, email: "" } });
  const { page } = form;
  await freeze(form);
  await page.locator(email).pressSequentially("john@");
  await page.clock.runFor(599);
  expect(await errors(form, "email")).toEqual([]);
  await page.clock.runFor(1);
  await expect.poll(() => errors(form, "email")).toHaveLength(1);
  expect(await page.locator(email).getAttribute("aria-invalid")).toBe("true");
  const describing = (await page.locator(email).getAttribute("aria-describedby"))?.split(" ") ?? [];
  expect(await page.locator(`#${describing[0]}`).textContent()).toContain("domain");
  const colours = await page.evaluate(() => {
    const sentence = document.querySelector(".fault") ?? document.body;
    const theme = getComputedStyle(document.documentElement).getPropertyValue("--vscode-list-errorForeground");
    return { theme, sentence: getComputedStyle(sentence).color, sign: sentence.querySelector("svg") !== null };
  });
  expect(colours).toEqual({ theme: "#f88070", sentence: "rgb(248, 128, 112)", sign: true });
  // Still wrong with the next key: the sentence stays.
  await page.keyboard.type("@");
  expect(await errors(form, "email")).toHaveLength(1);
  await page.keyboard.press("Backspace");
  await page.keyboard.type("example.com");
  expect(await errors(form, "email")).toEqual([]);
  expect(await page.locator(email).getAttribute("aria-invalid")).toBe("false");
});

test("says what is wrong on leaving the field, and at once in a draft that comes wrong", async () => {
  const form = await open({ draft: { ...john, linkedin_url: "linkedin.com" } });
  await freeze(form);
  expect(await errors(form, "linkedin_url")).toEqual(["A LinkedIn URL starts with https:// or http://."]);
  await form.page.locator("#field-name").fill(" ");
  expect(await errors(form, "name")).toEqual([]);
  await form.page.keyboard.press("Tab");
  await expect.poll(() => errors(form, "name")).toEqual(["The name cannot be blank."]);
});

test("does not complain about a stored value that nobody touches", async () => {
  const stored = { ...john, email: "not an address", tags: ["prospect", " "] };
  const form = await open({ base: { kind: "known", values: stored }, draft: stored });
  expect(await errors(form, "email")).toEqual([]);
  expect(await errors(form, "tags")).toEqual([]);
});

test("lets the rest be saved beside stored custom fields that could not be entered here", async () => {
  const custom_fields = { "": "nameless", big: 2 ** 60 };
  const stored = { ...john, custom_fields };
  const form = await open({ base: { kind: "known", values: stored }, draft: stored });
  expect(await errors(form, "custom_fields")).toEqual([]);
  await form.page.locator("#field-position").fill("CTO");
  await form.page.getByRole("button", { name: "Save" }).click();
  expect(form.sent("action")).toEqual([{ kind: "action", action: "save" }]);
  // Sent back as JSON reads it, the number may not be the one that is stored.
  await form.page.getByLabel("Value of this field", { exact: true }).fill("still nameless");
  await form.page.keyboard.press("Tab");
  await expect.poll(() => errors(form, "custom_fields")).toHaveLength(1);
  await form.page.getByRole("button", { name: "Save" }).click();
  expect(form.sent("action")).toHaveLength(1);
  expect(await form.page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Value of big");
});

test("gives advice on a changed field without calling it wrong", async () => {
  const form = await open();
  const { page, field } = form;
  await page.locator("#field-phone").fill("11 99999");
  await page.keyboard.press("Tab");
  await expect
    .poll(() => field("phone").locator(".advice").textContent())
    .toContain("starts with + and the country code");
  expect(await page.locator("#field-phone").getAttribute("aria-invalid")).toBe("false");
  await page.getByRole("button", { name: "Save" }).click();
  expect(form.sent("action")).toEqual([{ kind: "action", action: "save" }]);
});

test("says what the server refused until the field is edited, and again after the next save", async () => {
  const serverFaults = [{ path: ["company"], message: "company is reserved" }];
  const form = await open({ serverFaults });
  const { page, host } = form;
  expect(await errors(form, "company")).toEqual(["company is reserved"]);
  await page.locator("#field-company").fill("Other");
  await expect.poll(() => errors(form, "company")).toEqual([]);
  await host.sendState();
  await page.waitForTimeout(100);
  expect(await errors(form, "company")).toEqual([]);
  await host.set({ saving: true, serverFaults: [] });
  await host.set({ saving: false, serverFaults });
  await expect.poll(() => errors(form, "company")).toEqual(["company is reserved"]);
});

test.each([
  ["Phone", "phone"],
  ["Tags", "tags"],
  ["Custom fields", "custom_fields"],
])("says no more what the server refused of %s when it is taken back", async (label, name) => {
  const draft = { ...john, phone: "12", tags: ["vip"], custom_fields: {} };
  const form = await open({ draft, serverFaults: [{ path: [name], message: "This is reserved." }] });
  expect(await errors(form, name)).toEqual(["This is reserved."]);
  await form.page.getByRole("button", { name: `Revert ${label}` }).click();
  await expect.poll(() => errors(form, name)).toEqual([]);
});

test("does not hold back a save that the server may take now", async () => {
  const { page, sent } = await open({
    draft: { ...john, company: "Other" },
    serverFaults: [{ path: ["company"], message: "company is reserved" }],
  });
  await page.getByRole("button", { name: "Save" }).click();
  expect(sent("action")).toEqual([{ kind: "action", action: "save" }]);
});

test("shows the faults of the text under their fields, and the rest with a way to the text", async () => {
  const form = await open({
    text: JSON.stringify({ ...john, phone: 5, tags: ["prospect", " "], nickname: "Jo" }),
  });
  expect(await errors(form, "phone")).toEqual(["This must be text."]);
  expect(await errors(form, "tags")).toEqual(["A tag cannot be blank."]);
  expect(await form.page.getByRole("alert").first().textContent()).toContain("nickname");
  await form.page.getByRole("button", { name: "Edit as JSON" }).click();
  expect(form.sent("action")).toEqual([{ kind: "action", action: "open_as_text" }]);
});

test("leads to the text where a field holds what its input cannot show", async () => {
  const form = await open({ text: JSON.stringify({ ...john, company: 5 }) });
  expect(await form.page.locator("#field-company").inputValue()).toBe("Acme Inc");
  expect(await errors(form, "company")).toEqual(["This must be text."]);
  expect(await form.page.locator(".banner").textContent()).toBe("Error: Company: This must be text.Edit as JSON");
  await form.host.set({ text: JSON.stringify(john) });
  await expect.poll(() => form.page.locator(".banner").count()).toBe(0);
});

test("goes to the first error instead of saving, and says so", async () => {
  const { page, sent } = await open({ draft: { ...john, position: "CTO", email: "x", linkedin_url: "y" } });
  const save = page.getByRole("button", { name: "Save" });
  expect(await save.getAttribute("aria-disabled")).toBe("false");
  await save.click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-email");
  expect(await page.getByRole("alert").last().textContent()).toBe("Not saved: look at Email.");
  expect(sent("action")).toEqual([]);
  await page.locator("#field-email").fill("");
  await page.locator("#field-linkedin_url").fill("");
  await save.click();
  expect(sent("action")).toEqual([{ kind: "action", action: "save" }]);
});

test("tells a save from the keyboard that a custom field is not yet valid, and goes there", async () => {
  const stored = { ...john, custom_fields: { score: 12 } };
  const { page, host, sent } = await open({ base: { kind: "known", values: stored }, draft: stored });
  const value = page.getByLabel("Value of score", { exact: true });
  await value.fill("12x");
  await page.locator("#field-position").focus();
  await page.keyboard.press("Control+s");
  expect(await value.evaluate((input) => input === document.activeElement)).toBe(true);
  await host.flush(4);
  await expect.poll(() => sent("flushed")).toEqual([{ kind: "flushed", request: 4, held: "custom_fields" }]);
  await value.fill("13");
  await host.flush(5);
  await expect.poll(() => sent("flushed").at(-1)).toEqual({ kind: "flushed", request: 5 });
});

test("does not save over a custom field that is not yet valid", async () => {
  const { page, sent } = await open({ draft: { ...john, position: "CTO" } });
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Name of custom field 3");
  expect(sent("action")).toEqual([]);
});
