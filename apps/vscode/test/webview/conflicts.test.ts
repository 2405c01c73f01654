import { expect, test } from "vitest";
import { conflictNotice } from "../../src/contacts/notices/saveMessages.ts";
import { useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();

const conflict = { path: ["position"], base: "CEO", mine: "CTO", theirs: "CFO" };
const draft = { ...john, position: "CTO" };

test("shows what it was, mine and theirs, under the field", async () => {
  const { page } = await open({ draft, conflicts: [conflict] });
  const choice = page.getByRole("region", { name: "Position: changed on both sides" });
  expect(await choice.locator("dt").allTextContents()).toEqual(["Before", "Mine", "On the server"]);
  expect(await choice.locator("dd").allTextContents()).toEqual(["CEO", "CTO", "CFO"]);
  // Whoever comes by Tab hears the buttons alone.
  for (const name of ["Keep mine: CTO", "Take theirs: CFO"]) {
    expect(await choice.getByRole("button", { name, exact: true }).count(), name).toBe(1);
  }
  const [input, box] = await Promise.all([page.locator("#field-position").boundingBox(), choice.boundingBox()]);
  expect(box?.y).toBeGreaterThan(input?.y ?? Number.POSITIVE_INFINITY);
});

test("tells the host the side, after what was typed, and shows which is chosen", async () => {
  const { page, host } = await open({ draft, conflicts: [conflict] });
  await page.locator("#field-company").fill("Hooli");
  const theirs = page.getByRole("button", { name: "Take theirs" });
  await theirs.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => host.received.at(-1)).toEqual({ kind: "choose", path: ["position"], side: "theirs" });
  expect(host.draft.company).toBe("Hooli");
  await host.set({ draft: { ...host.draft, position: "CFO" }, conflicts: [{ ...conflict, chosen: "theirs" }] });
  await expect.poll(() => theirs.getAttribute("aria-pressed")).toBe("true");
  expect(await page.getByRole("button", { name: "Keep mine" }).getAttribute("aria-pressed")).toBe("false");
});

test("asks no more about a field that is taken back", async () => {
  const { page } = await open({ draft, conflicts: [conflict] });
  const choice = page.getByRole("region", { name: "Position: changed on both sides" });
  await choice.waitFor();
  await page.getByRole("button", { name: "Revert Position" }).click();
  await expect.poll(() => choice.count()).toBe(0);
});

test("says of a conflict only what holds for the draft as it is, also after an undo", async () => {
  const phone = { path: ["phone"], base: john.phone, mine: "+1", theirs: "+2" };
  const both = { ...draft, phone: "+1" };
  const { page, host } = await open({ draft: both, ...conflictNotice([conflict, phone], true) });
  const banner = page.locator(".banner");
  const choices = page.getByRole("region", { name: /: changed on both sides$/ });
  await expect.poll(() => banner.textContent()).toContain("Position, Phone: changed on the server too");
  await host.set({ draft });
  await expect.poll(() => banner.textContent()).toContain("Position: changed on the server too");
  expect(await choices.count()).toBe(1);
  await host.set({ draft: john });
  await expect.poll(() => choices.count()).toBe(0);
  expect(await banner.count()).toBe(0);
  await host.set({ draft });
  await choices.waitFor();
  expect(await banner.textContent()).toContain("Position: changed on the server too");
});

test("takes theirs for chosen while it is in the draft, and the draft for mine", async () => {
  const industry = { path: ["custom_fields", "industry"], base: "Technology", mine: "Retail", theirs: undefined };
  const fields = (custom_fields: object) => ({ ...john, custom_fields: { company_size: "50-200", ...custom_fields } });
  const notice = { conflicts: [{ ...industry, chosen: "theirs" as const }], tellsConflicts: true };
  const { page, host } = await open({ draft: fields({}), ...notice });
  const choice = page.getByRole("region", { name: "Custom fields: industry: changed on both sides" });
  const pressed = () => choice.locator("[aria-pressed=true]").allTextContents();
  const values = () => choice.locator("dd").allTextContents();
  expect(await pressed()).toEqual(["Take theirs"]);
  expect(await values()).toEqual(["Technology", "Retail", "not there"]);
  expect(await page.locator(".banner").textContent()).toContain("Your choices are made.");
  await host.set({ draft: fields({ industry: "Retail trade" }) });
  await expect.poll(pressed).toEqual([]);
  expect(await values()).toEqual(["Technology", "Retail trade", "not there"]);
  expect(await page.locator(".banner").textContent()).toContain("Choose under each field");
});

test("names the custom field that is meant, and offers no value that nobody can tell", async () => {
  const { page } = await open({
    draft: { ...john, phone: "+1", custom_fields: { ...john.custom_fields, industry: "Retail" } },
    conflicts: [
      { path: ["custom_fields", "industry"], base: "Technology", mine: "Retail", theirs: "Energy" },
      { path: ["phone"], base: undefined, mine: "+1", theirs: undefined },
    ],
  });
  await page.getByRole("region", { name: "Custom fields: industry: changed on both sides" }).waitFor();
  const phone = page.getByRole("region", { name: "Phone: changed on both sides" });
  expect(await phone.locator("dd").allTextContents()).toEqual(["unknown", "+1", "unknown"]);
  expect(await phone.getByRole("button").allTextContents()).toEqual(["Keep mine"]);
});

test("takes a custom field that is called like something every object has for what it is", async () => {
  const values = (custom_fields: object) => ({ ...john, custom_fields: { ...john.custom_fields, ...custom_fields } });
  const { page } = await open({
    base: { kind: "known", values: values({ constructor: "Skanska" }) },
    draft: values({ valueOf: "much" }),
    conflicts: [{ path: ["custom_fields", "constructor"], base: "Skanska", mine: undefined, theirs: "Bouygues" }],
  });
  const choice = page.getByRole("region", { name: "Custom fields: constructor: changed on both sides" });
  expect(await choice.locator("dd").allTextContents()).toEqual(["Skanska", "not there", "Bouygues"]);
  await page.getByRole("button", { name: "Before / after" }).click();
  const rows = await page.getByRole("region", { name: "Before / after" }).getByRole("row").allInnerTexts();
  expect(rows.slice(1).map((row) => row.split(/\s*\t\s*/))).toEqual([
    ["Custom fields: constructor", "Skanska", "will be removed"],
    ["Custom fields: valueOf", "not there", "much"],
  ]);
});

test("shows tags that cannot be changed, with the reason, and lets a change of them be taken back", async () => {
  const { page, field, sent, host } = await open({ hasTagObjects: true });
  expect(await field("tags").getByRole("listitem").allTextContents()).toEqual(john.tags);
  expect(await field("tags").getByRole("button").count()).toBe(0);
  expect(await field("tags").getByRole("textbox").count()).toBe(0);
  await field("tags").getByText("This server keeps tags as objects.").waitFor();
  const long = "Donaudampfschifffahrtsgesellschaft".repeat(4);
  await host.set({ draft: { ...john, tags: ["other", long] } });
  const name = field("tags").getByText(long);
  expect(
    await name.evaluate((text) => text.scrollWidth > text.clientWidth && getComputedStyle(text).textOverflow),
  ).toBe("ellipsis");
  expect(await field("tags").getByTitle(long).count()).toBe(1);
  await page.getByRole("button", { name: "Revert Tags" }).click();
  expect(sent("revert").map(({ field: name }) => name)).toEqual(["tags"]);
});
