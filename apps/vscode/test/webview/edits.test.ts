import { expect, test } from "vitest";
import { type FormPage, freeze, useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const position = "#field-position";

/** Text and caret of the position field. */
const caretOf = ({ page }: FormPage) =>
  page.locator(position).evaluate((input: HTMLInputElement) => [input.value, input.selectionStart]);

test("asks for the contact and sends nothing by itself", async () => {
  const { host } = await open();
  expect(host.received).toEqual([{ kind: "ready", isShown: false }]);
});

test("commits the first key at once, then at most every 300 ms, then the last one", async () => {
  const { page, sent } = await open({ draft: { ...john, position: "" } });
  await page.locator(position).focus();
  await page.keyboard.press("a");
  await expect.poll(() => sent("edit").length).toBe(1);
  const started = Date.now();
  await page.keyboard.type("bcdefghij", { delay: 60 });
  await expect.poll(() => sent("edit").at(-1)?.value).toBe("abcdefghij");
  const edits = sent("edit");
  expect(edits.length).toBeLessThanOrEqual(2 + Math.ceil((Date.now() - started) / 300));
  expect(edits.map(({ sequence }) => sequence)).toEqual(edits.map((_, index) => index + 1));
  expect(edits.every(({ field }) => field === "position")).toBe(true);
});

test("never overwrites newer keys with the echo of older ones", async () => {
  const form = await open({ draft: { ...john, position: "" } });
  const { page, host } = form;
  host.isHolding = true;
  await page.locator(position).focus();
  await page.keyboard.type("one");
  await page.keyboard.press("ArrowLeft");
  // The document is at the first key; the form is ahead of it.
  await host.set({ draft: { ...john, position: "o" } });
  expect(await caretOf(form)).toEqual(["one", 2]);
  host.isHolding = false;
  await page.keyboard.type("X");
  await expect.poll(() => host.draft.position).toBe("onXe");
  await page.waitForTimeout(100);
  expect(await caretOf(form)).toEqual(["onXe", 3]);
});

test("shows undo in the focused input, the caret where the text changed", async () => {
  const form = await open({ draft: { ...john, position: "Head of Sales" } });
  const { page, host } = form;
  await page.locator(position).focus();
  await page.keyboard.press("End");
  await host.set({ draft: { ...john, position: "Head of Marketing and Sales" } });
  expect(await caretOf(form)).toEqual(["Head of Marketing and Sales", 27]);
  await page.locator(position).evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 4));
  await host.set({ draft: { ...john, position: "Head of Sales" } });
  expect(await page.evaluate(() => String(getSelection()))).toBe("ad");
});

test("commits what is typed on leaving the field, on Ctrl+S, on a flush and before an action", async () => {
  const form = await open({ draft: { ...john, position: "" } });
  const { page, host, sent } = form;
  // With the clock stopped only the first key is sent by itself.
  await freeze(form);
  const typeAhead = async (text: string) => {
    await page.locator(position).fill("");
    await page.locator(position).pressSequentially(text);
    expect(sent("edit").at(-1)?.value).not.toBe(text);
  };
  await typeAhead("left");
  await page.keyboard.press("Tab");
  await expect.poll(() => sent("edit").at(-1)?.value).toBe("left");

  await typeAhead("saved");
  await page.keyboard.press("Control+s");
  await expect.poll(() => sent("edit").at(-1)?.value).toBe("saved");

  await typeAhead("flushed");
  await host.flush(7);
  await expect.poll(() => sent("flushed")).toEqual([{ kind: "flushed", request: 7 }]);
  const kinds = host.received.map(({ kind }) => kind);
  expect(sent("edit").at(-1)?.value).toBe("flushed");
  expect(kinds.lastIndexOf("edit")).toBeLessThan(kinds.indexOf("flushed"));

  await typeAhead("acted");
  await page.locator(".save").evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => sent("action")).toEqual([{ kind: "action", action: "save" }]);
  expect(sent("edit").at(-1)?.value).toBe("acted");
});

test("leaves an input method alone until it is done", async () => {
  const form = await open({ draft: { ...john, position: "" } });
  const { page, host, sent } = form;
  const session = await page.context().newCDPSession(page);
  await page.locator(position).focus();
  for (const text of ["に", "にほ", "にほん"]) {
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await host.set({ draft: { ...john, position: "from elsewhere" } });
  await host.flush(1);
  await page.keyboard.press("Control+s");
  await page.waitForTimeout(700);
  expect(sent("edit")).toEqual([]);
  expect(sent("flushed")).toHaveLength(1);
  expect((await caretOf(form))[0]).toBe("にほん");
  await session.send("Input.insertText", { text: "日本" });
  await expect.poll(() => sent("edit").at(-1)?.value).toBe("日本");
  expect((await caretOf(form))[0]).toBe("日本");
});

test("shows what came from elsewhere when an input method gives up", async () => {
  const form = await open({ draft: { ...john, position: "" } });
  const { page, host, sent } = form;
  const session = await page.context().newCDPSession(page);
  await page.locator(position).focus();
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await host.set({ draft: { ...john, position: "from elsewhere" } });
  await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await expect.poll(async () => (await caretOf(form))[0]).toBe("from elsewhere");
  expect(sent("edit")).toEqual([]);
});

test("holds undo back until the document has every key, then lets it through once", async () => {
  const { page, host, sent } = await open({ draft: { ...john, position: "" } });
  await page.evaluate(() => {
    Reflect.set(window, "undone", 0);
    window.addEventListener("keydown", ({ key, ctrlKey }) => {
      if (ctrlKey && key === "z") Reflect.set(window, "undone", Reflect.get(window, "undone") + 1);
    });
  });
  const undone = () => page.evaluate<number>(() => Reflect.get(window, "undone"));
  host.isHolding = true;
  await page.locator(position).focus();
  await page.keyboard.type("ab");
  await page.keyboard.press("Control+z");
  expect(await undone()).toBe(0);
  expect(sent("edit").at(-1)?.value).toBe("ab");
  await host.sendState();
  await expect.poll(undone).toBe(1);
});

test("keeps line breaks that are in the text", async () => {
  const { page, host } = await open({ draft: { ...john, position: "One\r\nTwo" } });
  await page.locator(position).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("!");
  await expect.poll(() => host.draft.position).toBe("One\nTwo!");
});

test("begins above the sequence that the host already knows", async () => {
  const { page, host, sent } = await open({ silent: true });
  host.acknowledged = 41;
  await host.sendState();
  await page.locator(position).fill("CTO");
  await expect.poll(() => sent("edit")[0]?.sequence).toBe(42);
});

test("keeps select-all in an input to the browser, since VS Code would select what is typed after it", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    Reflect.set(window, "heard", 0);
    window.addEventListener("keydown", ({ key }) => {
      if (key === "a") Reflect.set(window, "heard", Reflect.get(window, "heard") + 1);
    });
  });
  const heard = () => page.evaluate<number>(() => Reflect.get(window, "heard"));
  const position = page.getByRole("textbox", { name: "Position", exact: true });
  await position.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("x");
  expect(await page.getByRole("textbox", { name: /^Position/ }).inputValue()).toBe("x");
  expect(await heard()).toBe(0);
  await page.getByRole("button", { name: "Copy ID" }).focus();
  await page.keyboard.press("ControlOrMeta+a");
  expect(await heard(), "elsewhere it is VS Code's").toBe(1);
});
