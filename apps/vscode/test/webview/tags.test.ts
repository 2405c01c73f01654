import { expect, test } from "vitest";
import { type FormPage, useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const input = "#field-tags";
const chips = ({ field }: FormPage) => field("tags").locator(".chip").allInnerTexts();
const focused = ({ page }: FormPage) =>
  page.evaluate(() => document.activeElement?.getAttribute("title") || document.activeElement?.id);

test("adds a tag with Enter, with a comma and on leaving, and says so", async () => {
  const { page, host, sent } = await open({ draft: { ...john, tags: [] } });
  await page.locator(input).pressSequentially(" one ");
  expect(sent("edit")).toEqual([]);
  await page.keyboard.press("Enter");
  await expect.poll(() => host.draft.tags).toEqual(["one"]);
  expect(await page.getByRole("status").last().textContent()).toBe("Added one.");
  await page.keyboard.type("two,three");
  await expect.poll(() => host.draft.tags).toEqual(["one", "two"]);
  expect(await page.locator(input).inputValue()).toBe("three");
  await page.keyboard.press("Tab");
  await expect.poll(() => host.draft.tags).toEqual(["one", "two", "three"]);
  expect(await page.locator(input).inputValue()).toBe("");
});

test("adds the tag that is being typed before a save, and keeps it while states arrive", async () => {
  const { page, host, sent } = await open();
  await page.locator(input).pressSequentially("hot");
  await host.set({ draft: { ...john, position: "CTO" } });
  expect(await page.locator(input).inputValue()).toBe("hot");
  await host.flush(3);
  await expect.poll(() => sent("flushed")).toHaveLength(1);
  expect(host.draft.tags).toEqual(["prospect", "decision-maker", "hot"]);
});

test("splits a pasted list at commas, semicolons and lines", async () => {
  const { page, host } = await open({ draft: { ...john, tags: ["a"] } });
  await page.locator(input).focus();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "b, c;d\r\n\ne ,");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect.poll(() => host.draft.tags).toEqual(["a", "b", "c", "d", "e"]);
  expect(await page.locator(input).inputValue()).toBe("");
});

test("refuses a doubled tag in words until the next key", async () => {
  const { page, field, sent } = await open();
  await page.locator(input).pressSequentially("prospect");
  await page.keyboard.press("Enter");
  await expect.poll(() => field("tags").locator(".fault").textContent()).toBe("The tag prospect is already there.");
  expect(await page.locator(input).getAttribute("aria-invalid")).toBe("true");
  expect(sent("edit")).toEqual([]);
  await page.keyboard.type("x");
  await expect.poll(() => field("tags").locator(".fault").count()).toBe(0);
});

test("removes the last tag with Backspace in the empty input only, and says so", async () => {
  const { page, host } = await open();
  await page.locator(input).pressSequentially("x");
  await page.keyboard.press("Backspace");
  expect(host.draft.tags).toEqual(["prospect", "decision-maker"]);
  await page.keyboard.press("Backspace");
  await expect.poll(() => host.draft.tags).toEqual(["prospect"]);
  expect(await page.getByRole("status").last().textContent()).toBe("Removed decision-maker.");
  await page.keyboard.press("Backspace");
  await expect.poll(() => host.draft.tags).toEqual([]);
  expect(await page.locator(input).evaluate((element) => element === document.activeElement)).toBe(true);
});

test("keeps the tags when Backspace is held down to delete what was typed", async () => {
  const { page, host, sent } = await open();
  await page.locator(input).pressSequentially("ab");
  for (const _ of "ab and on") await page.keyboard.down("Backspace");
  await page.keyboard.up("Backspace");
  expect(await page.locator(input).inputValue()).toBe("");
  await host.flush(1);
  await expect.poll(() => sent("flushed")).toHaveLength(1);
  expect(host.draft.tags).toEqual(john.tags);
});

test("has one Tab stop for the tags and arrow keys among them", async () => {
  const form = await open();
  const { page, host } = form;
  await page.locator("#field-linkedin_url").focus();
  await page.keyboard.press("Tab");
  expect(await focused(form)).toBe("Remove decision-maker");
  await page.keyboard.press("ArrowLeft");
  expect(await focused(form)).toBe("Remove prospect");
  await page.keyboard.press("ArrowLeft");
  expect(await focused(form)).toBe("Remove prospect");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  expect(await focused(form)).toBe("field-tags");
  await page.keyboard.press("ArrowLeft");
  expect(await focused(form)).toBe("Remove decision-maker");
  await page.keyboard.press("Home");
  await page.keyboard.press("Delete");
  await expect.poll(() => host.draft.tags).toEqual(["decision-maker"]);
  await expect.poll(() => focused(form)).toBe("Put back prospect");
  await page.keyboard.press("Enter");
  await expect.poll(() => host.draft.tags).toEqual(["prospect", "decision-maker"]);
  await expect.poll(() => focused(form)).toBe("Remove prospect");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(form)).toBe("field-linkedin_url");
});

test("goes from line to line with the arrow keys, and to the input with a click into the box", async () => {
  const tags = Array.from({ length: 30 }, (_, index) => `tag ${index}`);
  const form = await open({ base: { kind: "known", values: { ...john, tags } } });
  const { page, field } = form;
  const middle = () =>
    page.evaluate(() => {
      const { x, y, width, height } = (document.activeElement ?? document.body).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
  await page.locator(input).press("ArrowLeft");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  expect(await focused(form)).toBe("Remove tag 0");
  for (let count = 0; count < 4; count += 1) await page.keyboard.press("ArrowRight");
  const [start, from] = [await focused(form), await middle()];
  await page.keyboard.press("ArrowDown");
  const below = await middle();
  expect(below.y).toBeCloseTo(from.y + 24, 0);
  expect(Math.abs(below.x - from.x)).toBeLessThan(40);
  await page.keyboard.press("ArrowUp");
  expect(await focused(form)).toBe(start);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  expect(await focused(form)).toBe("field-tags");

  await page.locator("#field-name").focus();
  const list = await field("tags").locator(".chips").boundingBox();
  await page.mouse.click((list?.x ?? 0) + (list?.width ?? 0) - 8, (list?.y ?? 0) + (list?.height ?? 0) - 8);
  expect(await focused(form)).toBe("field-tags");
});

test("takes a tag out with one press of Delete, however often or long it is pressed", async () => {
  const form = await open();
  const { page, host, sent } = form;
  await page.locator(input).press("ArrowLeft");
  await page.keyboard.down("Delete");
  await page.keyboard.down("Delete");
  await page.keyboard.up("Delete");
  await expect.poll(() => focused(form)).toBe("Put back decision-maker");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Backspace");
  await host.flush(1);
  await expect.poll(() => sent("flushed")).toHaveLength(1);
  expect(host.draft.tags).toEqual(["prospect"]);
  expect(await focused(form)).toBe("Put back decision-maker");
});

test("marks what was added, removed and kept, and says that the whole list is replaced", async () => {
  const form = await open();
  const { page, host, field } = form;
  await page.getByRole("button", { name: "Remove prospect" }).click();
  await page.locator(input).fill("hot-lead");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => field("tags").locator(".note").textContent())
    .toBe("Saving replaces the whole list: 1 added, 1 removed, 1 kept.");
  expect(await chips(form)).toEqual([
    expect.stringMatching(/removed:\s+prospect/),
    "decision-maker",
    expect.stringMatching(/added:\s+hot-lead/),
  ]);
  await page.getByRole("button", { name: "Revert Tags" }).click();
  await expect.poll(() => host.draft.tags).toEqual(john.tags);
  await expect.poll(() => chips(form)).toEqual(["prospect", "decision-maker"]);
});

test("adds nothing while an input method composes", async () => {
  const { page, host, sent } = await open({ draft: { ...john, tags: [] } });
  const session = await page.context().newCDPSession(page);
  await page.locator(input).focus();
  await session.send("Input.imeSetComposition", { text: "かん,", selectionStart: 3, selectionEnd: 3 });
  await host.flush(1);
  await expect.poll(() => sent("flushed")).toHaveLength(1);
  expect(sent("edit")).toEqual([]);
  await session.send("Input.insertText", { text: "漢字" });
  await page.keyboard.press("Enter");
  await expect.poll(() => host.draft.tags).toEqual(["漢字"]);
});

test("shows its own newest list while the document is behind", async () => {
  const form = await open({ draft: { ...john, tags: [] } });
  const { page, host } = form;
  host.isHolding = true;
  for (const tag of ["a", "b", "c"]) {
    await page.locator(input).pressSequentially(tag);
    await page.keyboard.press("Enter");
  }
  host.acknowledged = 1;
  await host.set({ draft: { ...john, tags: ["a"] } });
  expect(await chips(form)).toHaveLength(3 + 2);
});
