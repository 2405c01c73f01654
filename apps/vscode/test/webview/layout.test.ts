import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { type FormPage, useForm } from "./formPage.ts";
import { languages } from "./formServer.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const tops = ({ page }: FormPage) =>
  page.locator("[data-field]").evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top)));

test.each([900, 620])("moves no field when one is changed, cleared, wrong or reverted at %i pixels", async (width) => {
  const form = await open({ width });
  const { page, host, field } = form;
  const before = await tops(form);
  await page.locator("#field-name").fill("");
  await page.locator("#field-position").fill("CTO");
  await page.locator("#field-linkedin_url").fill("");
  await page.locator("#field-tags").fill("x");
  await page.keyboard.press("Tab");
  await host.set({ serverFaults: [{ path: ["company"], message: "company is reserved" }], saving: true });
  await expect.poll(() => field("name").locator(".fault").count()).toBe(1);
  await expect.poll(() => field("tags").locator(".note").textContent()).toContain("1 added");
  expect(await tops(form)).toEqual(before);
  await page.getByRole("button", { name: "Revert all" }).click();
  await expect.poll(() => page.locator(".changed").count()).toBe(0);
  expect(await tops(form)).toEqual(before);
});

describe.each(["en", ...languages] as const)("in %s", (language) => {
  const inLanguage = { ...(language !== "en" && { language }), width: 900 };

  test("says a long error in the line that the old value had", async () => {
    const form = await open(inLanguage);
    const before = await tops(form);
    await form.page.locator("#field-email").fill("john@example");
    await form.page.keyboard.press("Tab");
    await expect.poll(() => form.field("email").locator(".fault").count()).toBe(1);
    await form.field("email").getByRole("button").waitFor();
    expect(await tops(form)).toEqual(before);
  });

  test("gives advice in the line that is there, beside the old value", async () => {
    const form = await open(inLanguage);
    const before = await tops(form);
    await form.page.locator("#field-phone").fill("11 99999");
    await form.page.keyboard.press("Tab");
    await form.field("phone").locator(".advice p").waitFor();
    expect(await form.field("phone").locator(".old").isVisible()).toBe(true);
    expect(await tops(form)).toEqual(before);
  });

  test("shows the whole name of each type of custom field", async () => {
    const { page } = await open(inLanguage);
    const [given, needed] = await page
      .locator("select.type")
      .first()
      .evaluate((select: HTMLSelectElement) => {
        const { offsetWidth } = select;
        select.style.width = "max-content";
        return [offsetWidth, select.offsetWidth];
      });
    expect(given).toBeGreaterThanOrEqual(needed ?? 0);
  });
});

test.each([900, 300])("moves no button while it saves at %i pixels", async (width) => {
  const { page, host } = await open({ width, draft: { ...john, position: "CTO" } });
  const places = () =>
    page.locator(".bar button").evaluateAll((all) => all.map((button) => button.getBoundingClientRect().x));
  const before = await places();
  await host.set({ saving: true });
  await page.getByRole("button", { name: "Saving…" }).waitFor();
  expect(await places()).toEqual(before);
});

test("keeps what is in sight where it is when a banner comes above it", async () => {
  const form = await open({ height: 420 });
  await form.page.locator("main").evaluate((main) => main.scrollTo(0, 120));
  const before = await tops(form);
  await form.host.set({ banner: { tone: "warning", text: "Someone changed Phone.", actions: [] } });
  await form.page.locator(".banner").waitFor();
  await expect.poll(() => tops(form)).toEqual(before);
});

const refused = { tone: "error", text: "The server failed. Nothing was changed.", actions: [] } as const;

test("brings into sight why a save was refused in a window too low to keep it there", async () => {
  const { page, host } = await open({ width: 640, height: 300, draft: { ...john, position: "CTO" } });
  const isInSight = () =>
    page.locator(".banner").evaluate((banner) => {
      const { top, bottom } = banner.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
  const add = page.getByRole("button", { name: "Add a field" });
  for (const text of [refused.text, refused.text, "The server is overloaded. Nothing was changed."]) {
    await add.focus();
    await host.set({ saving: true });
    await host.set({ saving: false, banner: { ...refused, text } });
    await page.getByText(text).waitFor();
    await expect.poll(isInSight).toBe(true);
  }
  expect(await add.evaluate((button) => button === document.activeElement)).toBe(true);
});

test("keeps what holds a save back in sight when the banner that says so comes", async () => {
  const { page, host } = await open({ height: 900 });
  await page.getByRole("button", { name: "Add a field" }).click();
  const row = page.locator(".row").last();
  const room = await row.evaluate((element) => {
    const { height = 0 } = document.querySelector(".send")?.getBoundingClientRect() ?? {};
    return Math.ceil(element.getBoundingClientRect().bottom + height);
  });
  await page.setViewportSize({ width: 900, height: room });
  await host.set({ banner: { ...refused, text: "Not saved: look at Custom fields." } });
  await page.locator(".banner").waitFor();
  const isCovered = () =>
    row.evaluate((element) => {
      const { top = 0 } = document.querySelector(".send")?.getBoundingClientRect() ?? {};
      return element.getBoundingClientRect().bottom > top;
    });
  await expect.poll(isCovered).toBe(false);
});

test("gives a very long name or value no more than a part of the page", async () => {
  const long = "Lorem ipsum dolor sit amet ".repeat(400);
  const values = { ...john, name: long };
  const { page } = await open({
    base: { kind: "known", values },
    draft: { ...values, company: "Hooli" },
    conflicts: [{ path: ["company"], base: long, mine: "Hooli", theirs: long }],
  });
  const heightOf = async (selector: string) => (await page.locator(selector).boundingBox())?.height;
  expect(await heightOf("h1")).toBeLessThan(100);
  expect(await heightOf(".conflict")).toBeLessThan(500);
  const value = page.locator(".conflict dd").first();
  await value.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  expect(await value.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
});

test.each([300, 560])("brings what gets the focus out from under a long banner at %i pixels", async (width) => {
  const text = "The server refused the update, and says at length why that is so. ".repeat(5);
  const { page } = await open({ width, height: 700, banner: { tone: "error", text, actions: [] } });
  await page.getByRole("button", { name: "Add a field" }).focus();
  const overlaps: string[] = [];
  for (let stops = 0; stops < 20; stops += 1) {
    await page.keyboard.press("Shift+Tab");
    const stop = await page.evaluate(() => {
      const [focus, banner] = [document.activeElement, document.querySelector(".banner")];
      if (!focus || !banner || focus.closest("header")) return undefined;
      return { name: focus.id, gap: focus.getBoundingClientRect().top - banner.getBoundingClientRect().bottom };
    });
    if (!stop) break;
    if (stop.gap < 0) overlaps.push(stop.name);
  }
  expect(overlaps).toEqual([]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-name");
});

test.each([
  [300, 1],
  [519, 1],
  [900, 1],
  [1600, 1],
  [640, 2], // a window of 1,280
])("fits %i pixels at a zoom of %i without scrolling sideways", async (width, deviceScaleFactor) => {
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
  const { page } = await open({
    width,
    page: { deviceScaleFactor },
    base: { kind: "known", values: { ...john, name: long, position: long } },
    draft: { ...john, name: long, position: "x", tags: [long], custom_fields: { [long]: long } },
    facts: { source: long },
    banner: { tone: "error", text: long, actions: [{ action: "reload", label: "Reload the contact" }] },
  });
  await page.getByRole("button", { name: "Before / after" }).click();
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll("main, .send, .bar, #review")].map(
      (element) => element.scrollWidth - element.clientWidth,
    ),
  );
  expect(overflow).toEqual([0, 0, 0, 0]);
  const { x, width: saveWidth } = (await page.locator(".save").boundingBox()) ?? { x: Number.NaN, width: 0 };
  expect(x + saveWidth).toBeLessThanOrEqual(width);
});

test("puts labels beside the controls when there is room, above when not", async () => {
  const { page, field } = await open({ width: 900 });
  const place = async () => {
    const label = await field("name").locator("label").boundingBox();
    const input = await page.locator("#field-name").boundingBox();
    return label && input && label.x + label.width <= input.x ? "beside" : "above";
  };
  expect(await place()).toBe("beside");
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await place()).toBe("above");
});

test("reads right-to-left text from the right", async () => {
  const { page } = await open({ draft: { ...john, name: "ליאור לוי" } });
  const direction = (selector: string) => page.locator(selector).evaluate((input) => getComputedStyle(input).direction);
  expect([await direction("#field-name"), await direction("#field-company")]).toEqual(["rtl", "ltr"]);
});

test("takes an edit beside 500 tags and 200 custom fields", async () => {
  const tags = Array.from({ length: 500 }, (_, index) => `tag ${index}`);
  const fields = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`field ${index}`, `value ${index}`]));
  const values = { ...john, tags, custom_fields: fields };
  const { page, host } = await open({ base: { kind: "known", values } });
  expect(await page.locator(".chip").count()).toBe(500);
  expect(await page.locator(".row").count()).toBe(200);
  await page.locator("#field-tags").fill("one more");
  await page.keyboard.press("Enter");
  await expect.poll(() => host.draft.tags?.length).toBe(501);
  const added = page.locator(".chip.added");
  await added.waitFor();
  const isInSight = await added.evaluate((chip) => {
    const { top, bottom } = chip.getBoundingClientRect();
    const list = (chip.parentElement ?? chip).getBoundingClientRect();
    return list.top <= top && bottom <= list.bottom;
  });
  expect(isInSight).toBe(true);
});

test("keeps in sight where a tag is added, and the focus on a tag whole, beside 500 of them", async () => {
  const tags = Array.from({ length: 500 }, (_, index) => `tag ${index}`);
  const { page } = await open({ base: { kind: "known", values: { ...john, tags } }, height: 1000 });
  const edges = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { left, top, bottom } = element.getBoundingClientRect();
      return { left, top, bottom };
    });
  const list = await edges(".chips");
  expect((await edges("#field-tags")).bottom).toBeLessThanOrEqual((await edges(".tags")).bottom);
  await page.locator("#field-tags").press("ArrowLeft");
  await page.keyboard.press("Home");
  await expect.poll(async () => (await edges(".chip:first-child")).top - list.top).toBe(3);
  const { outlineOffset, outlineWidth } = await page
    .locator(".chip:first-child")
    .evaluate((chip) => getComputedStyle(chip));
  const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  expect((await edges(".chip:first-child")).left - list.left).toBeGreaterThanOrEqual(ring);
});

test("takes every colour from the theme, by names that VS Code has", async () => {
  const styles = new URL("../../webview/", import.meta.url);
  const sheets = (await readdir(styles)).filter((name) => name.endsWith(".css"));
  const css = (await Promise.all(sheets.map((name) => readFile(new URL(name, styles), "utf8")))).join("\n");
  const themed = new URL("themes/", import.meta.url);
  const names = (await readdir(themed)).filter((name) => name !== "vscode.css");
  const given = (await Promise.all(names.map((name) => readFile(new URL(name, themed), "utf8")))).join("\n");
  const used = new Set(css.match(/--vscode-[\w-]+/g));
  expect([...used].filter((name) => !given.includes(`${name}:`))).toEqual([]);
  expect(css.match(/#[\da-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/gi)).toBeNull();
});
