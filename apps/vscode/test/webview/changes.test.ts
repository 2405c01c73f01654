import { expect, test } from "vitest";
import { type FormPage, useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const note = ({ field }: FormPage, name: string) => field(name).locator(".note").textContent();
const summary = ({ page }: FormPage) => page.locator(".summary").textContent();
const isOff = ({ page }: FormPage, name: string) =>
  page.getByRole("button", { name, exact: true }).getAttribute("aria-disabled");

test("says that nothing changed, and sends nothing then", async () => {
  const form = await open();
  expect(await summary(form)).toBe("No changes");
  expect(await isOff(form, "Save")).toBe("true");
  expect(await isOff(form, "Revert all")).toBe("true");
  await form.page.getByRole("button", { name: "Save" }).click({ force: true });
  await form.page.getByRole("button", { name: "Revert all" }).click({ force: true });
  expect(form.sent("action")).toEqual([]);
  expect(await form.page.locator(".changed").count()).toBe(0);
});

test("marks a changed field, strikes its old value through and takes it back", async () => {
  const form = await open();
  const { page, field, sent } = form;
  await page.locator("#field-position").fill("CTO");
  await expect.poll(() => note(form, "position")).toBe("was CEO");
  expect(await field("position").locator("del").textContent()).toBe("CEO");
  expect(await field("position").getAttribute("class")).toContain("changed");
  expect(await field("position").locator("label").textContent()).toBe("Position (changed)");
  await page.getByRole("button", { name: "Revert Position" }).click();
  await expect.poll(() => page.locator("#field-position").inputValue()).toBe("CEO");
  expect(sent("revert")).toEqual([{ kind: "revert", sequence: 2, field: "position" }]);
  expect(await field("position").getAttribute("class")).not.toContain("changed");
});

test("takes a field back while it has the focus", async () => {
  const { page } = await open({ draft: { ...john, position: "CTO" } });
  await page.locator("#field-position").focus();
  await page.getByRole("button", { name: "Revert Position" }).evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => page.locator("#field-position").inputValue()).toBe("CEO");
});

test("says that an emptied field will be cleared, but not the name, which cannot be", async () => {
  const form = await open();
  const { page } = form;
  await page.locator("#field-linkedin_url").fill("");
  await page.locator("#field-name").fill("");
  await expect.poll(() => page.locator("#field-linkedin_url").getAttribute("placeholder")).toBe("Will be cleared");
  expect(await page.locator("#field-name").getAttribute("placeholder")).toBe("Full name");
  expect(await note(form, "linkedin_url")).toBe("was https://linkedin.com/in/johndoe");
  await expect.poll(() => summary(form)).toBe("2 changes: Name (cleared), LinkedIn URL (cleared)");
});

test("says that a field was empty before", async () => {
  const form = await open({
    base: { kind: "known", values: { ...john, phone: "" } },
    draft: { ...john, phone: "+49 30 1" },
  });
  expect(await note(form, "phone")).toBe("was empty");
});

test("names what will be sent, and shows it before and after and as the exact body", async () => {
  const draft = {
    ...john,
    position: "VP of Engineering",
    linkedin_url: "",
    tags: ["decision-maker", "hot-lead"],
    custom_fields: { industry: "Retail", seats: 12 },
  };
  const form = await open({ draft });
  const { page, host } = form;
  expect(await summary(form)).toBe("4 changes: Position, LinkedIn URL (cleared), Tags, Custom fields");
  await page.getByRole("button", { name: "Before / after" }).click();
  const rows = await page.getByRole("region", { name: "Before / after" }).getByRole("row").allInnerTexts();
  expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
    ["Field", "Before", "After"],
    ["Position", "CEO", "VP of Engineering"],
    ["LinkedIn URL", "https://linkedin.com/in/johndoe", "empty"],
    ["Tags", "prospect, decision-maker", "decision-maker, hot-lead"],
    ["Custom fields: industry", "Technology", "Retail"],
    ["Custom fields: company_size", "50-200", "will be removed"],
    ["Custom fields: seats", "not there", "12"],
  ]);
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  expect(await page.locator("#review pre").textContent()).toBe(JSON.stringify(host.state().changes));
  expect(await page.getByRole("button", { name: "JSON", exact: true }).getAttribute("aria-expanded")).toBe("true");
  await page.locator("#review").focus();
  await page.keyboard.press("Escape");
  expect(await page.locator("#review").count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("JSON");
});

test("shows the exact body in its order, also where values are written from right to left", async () => {
  const draft = { ...john, custom_fields: { ענף: "טכנולוגיה", גודל: 'גדול "מאוד"' } };
  const { page, host } = await open({ draft });
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  expect(await page.locator("#review pre").textContent()).toBe(JSON.stringify(host.state().changes));
  const places = await page.locator("#review pre").evaluate(
    (pre, strings) => {
      const texts = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
      const found = new Map<string, number>();
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const string of strings) {
          const start = node.textContent?.indexOf(string) ?? -1;
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + string.length);
          found.set(string, range.getBoundingClientRect().x);
        }
      }
      return strings.map((string) => found.get(string) ?? Number.NaN);
    },
    Object.entries(draft.custom_fields)
      .flat()
      .map((string) => JSON.stringify(string).slice(1, -1)),
  );
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("reverts all and saves through the host", async () => {
  const { page, host, sent } = await open({ draft: { ...john, position: "CTO" } });
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Revert all" }).click();
  await expect.poll(() => page.getByRole("status").last().textContent()).toBe("No changes");
  expect(sent("action").map(({ action }) => action)).toEqual(["save", "revert_all"]);
  await expect.poll(() => page.locator("#field-position").inputValue()).toBe("CEO");
  expect(host.draft).toEqual(john);
});

test("stays usable while saving, and does not send twice", async () => {
  const { page, host, sent } = await open({ draft: { ...john, position: "CTO" }, saving: true });
  await page.getByRole("button", { name: "Saving…" }).click({ force: true });
  expect(sent("action")).toEqual([]);
  await page.locator("#field-position").fill("CFO");
  await expect.poll(() => host.draft.position).toBe("CFO");
  await host.set({ saving: false });
  await page.getByRole("button", { name: "Save" }).click();
  expect(sent("action")).toEqual([{ kind: "action", action: "save" }]);
});

test("says to those who listen that it saves, also what was changed without the form", async () => {
  const { page, host } = await open();
  const said = () => page.getByRole("status").last().textContent();
  await host.set({ saving: true });
  await expect.poll(said).toBe("Saving…");
  await host.set({ saving: false });
  await page.getByRole("button", { name: "Save", exact: true }).waitFor();
  expect(await said(), "what came of it is told by the banner or the status bar").toBe("Saving…");
});

test("asks for unknown values instead of showing empty ones, and takes a field out again", async () => {
  const form = await open({ base: { kind: "unknown" }, draft: {} });
  const { page, host, field } = form;
  const input = page.locator("#field-position");
  expect(await input.getAttribute("placeholder")).toBe("Unknown – type to set");
  expect(await note(form, "tags")).toBe("What you enter replaces every tag that is stored on the server.");
  expect(await note(form, "custom_fields")).toBe(
    "What you enter replaces every custom field that is stored on the server.",
  );
  await input.fill("CTO");
  await expect.poll(() => host.draft).toEqual({ position: "CTO" });
  await expect.poll(() => note(form, "position")).toBe("The stored value is unknown.");
  await input.fill("");
  await expect.poll(() => input.getAttribute("placeholder")).toBe("Will be cleared");
  await page.getByRole("button", { name: "Revert Position" }).click();
  await expect.poll(() => host.draft).toEqual({});
  await expect.poll(() => input.getAttribute("placeholder")).toBe("Unknown – type to set");
  expect(await field("position").locator(".fault").count()).toBe(0);
  await page.locator("#field-tags").fill("vip");
  await page.keyboard.press("Enter");
  await expect.poll(() => host.draft).toEqual({ tags: ["vip"] });
});

test("shows custom fields that are called like what objects inherit as what they are", async () => {
  const { page } = await open({
    base: { kind: "known", values: { ...john, custom_fields: { valueOf: "gold" } } },
    draft: { ...john, custom_fields: { constructor: "Brick & Sons" } },
  });
  await page.getByRole("button", { name: "Before / after" }).click();
  const rows = await page.getByRole("region", { name: "Before / after" }).getByRole("row").allInnerTexts();
  expect(rows.slice(1).map((row) => row.split(/\s*\t\s*/))).toEqual([
    ["Custom fields: valueOf", "gold", "will be removed"],
    ["Custom fields: constructor", "not there", "Brick & Sons"],
  ]);
});

test("Revert all says nothing before the contact is read, when nobody knows what there was", async () => {
  const { page } = await open({ base: { kind: "unknown" }, draft: { position: "CTO" } });
  await page.getByRole("button", { name: "Revert all" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Revert all");
  expect(await page.getByRole("status").last().textContent()).not.toBe("No changes");
});
