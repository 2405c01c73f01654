import { contactFieldNames, contactFields } from "@raze-contacts/schema";
import { expect, test } from "vitest";
import {
  conflictNotice,
  lostBaseBanner,
  readOnlyBanner,
  tagsAtRiskNotice,
  unappliedNotice,
  unwatchedBanner,
} from "../../src/contacts/notices/saveMessages.ts";
import { freeze, useForm } from "./formPage.ts";
import { john, type Setting } from "./scriptedHost.ts";

const open = useForm();

test("shows the form's shape before the first state, in the places where the fields will be", async () => {
  const { page, host } = await open({ silent: true });
  const labels = page.locator(".field > :first-child");
  expect(await labels.allTextContents()).toEqual(contactFieldNames.map((field) => contactFields[field].label));
  expect(await page.locator("main").getAttribute("aria-busy")).toBe("true");
  const before = await labels.evaluateAll((all) => all.map((label) => label.getBoundingClientRect().y));
  await host.sendState();
  await page.locator(".identity").waitFor();
  const after = await labels.evaluateAll((all) => all.map((label) => label.getBoundingClientRect().y));
  expect(after).toEqual(before);
});

test.each(["information", "warning", "error"] as const)("shows a banner of %s with its next steps", async (tone) => {
  const banner = {
    tone,
    text: "Someone changed Phone.",
    actions: [
      { action: "compare" as const, label: "Show" },
      { action: "reload" as const, label: "Reload" },
    ],
  };
  const { page, host, sent } = await open();
  await host.set({ banner });
  const place = page.getByRole(tone === "error" ? "alert" : "status").first();
  await expect
    .poll(() => place.textContent())
    .toBe(`${tone[0]?.toUpperCase()}${tone.slice(1)}: Someone changed Phone.ShowReload`);
  await page.getByRole("button", { name: "Reload" }).click();
  await page.getByRole("button", { name: "Show" }).click();
  expect(sent("action").map(({ action }) => action)).toEqual(["reload", "compare"]);
});

const conflict = { path: ["position"], base: "CEO", mine: "CTO", theirs: "CFO" };
const told: [what: string, tone: "information" | "warning" | "error", Setting][] = [
  ["a save that found a conflict", "error", conflictNotice([conflict], true)],
  ["a conflict that is decided", "information", { conflicts: [{ ...conflict, chosen: "mine" }], tellsConflicts: true }],
  ["a save that could wipe tags", "error", tagsAtRiskNotice()],
  ["a value that the server did not store", "warning", unappliedNotice(["position"])],
  ["a key that may not write", "warning", { banner: readOnlyBanner("Acme") }],
  ["a draft that lost what it started from", "warning", { banner: lostBaseBanner() }],
  ["a contact that may not be read", "warning", { base: { kind: "unknown" } }],
  ["a contact that is known from a save", "information", { banner: unwatchedBanner() }],
];
test.each(told)("tells of %s as %s, in a word and in the theme's colour", async (_, tone, setting) => {
  const { page } = await open({ draft: { ...john, position: "CTO" }, ...setting });
  const word = { information: "Information", warning: "Warning", error: "Error" }[tone];
  await expect.poll(() => page.locator(".banner").textContent()).toMatch(new RegExp(`^${word}: `));
  const seen = await page.locator(".banner").evaluate(
    (banner, name) => {
      const probe = document.body.appendChild(document.createElement("i"));
      probe.style.color = `var(--vscode-notifications${name}Icon-foreground)`;
      const sign = banner.querySelector("svg") ?? banner;
      const { borderLeftColor } = getComputedStyle(banner);
      return { theme: getComputedStyle(probe).color, sign: getComputedStyle(sign).color, border: borderLeftColor };
    },
    word.slice(0, tone === "information" ? 4 : undefined),
  );
  expect([seen.sign, seen.border]).toEqual([seen.theme, seen.theme]);
});

test("counts down to when it makes sense to try again, and tries nothing by itself", async () => {
  const form = await open();
  await freeze(form);
  const { page, host, sent } = form;
  const retryAt = (await page.evaluate("Date.now()").then(Number)) + 65_000;
  const again = { action: "save" as const, label: "Save Again" };
  await host.set({ banner: { tone: "error", text: "This hour's calls are used up.", actions: [again], retryAt } });
  const timer = page.getByRole("timer");
  await expect.poll(() => timer.textContent()).toBe(" You can try again in 1:05.");
  const secondLater = () => page.clock.runFor(1_000).then(() => timer.textContent());
  await expect.poll(secondLater).toBe(" You can try again in 0:59.");
  await page.clock.runFor(55_000);
  await expect.poll(secondLater).toBe(" You can try again now.");
  expect(sent("action")).toEqual([]);
  await page.getByRole("button", { name: "Save Again" }).click();
  await expect.poll(() => sent("action").map(({ action }) => action)).toEqual(["save"]);
});

test("sends what is typed before a banner's step", async () => {
  const { page, host } = await open({
    banner: { tone: "warning", text: "x", actions: [{ action: "reload", label: "Reload" }] },
  });
  await page.locator("#field-position").fill("");
  await page.locator("#field-position").pressSequentially("abc");
  await page.getByRole("button", { name: "Reload" }).evaluate((button: HTMLElement) => button.click());
  await expect.poll(() => host.received.at(-1)?.kind).toBe("action");
  expect(host.draft.position).toBe("abc");
});

test("hides the fields of a broken text, offers the text, and keeps what is not yet valid", async () => {
  const { page, host, sent } = await open();
  await page.getByRole("button", { name: "Add a field" }).click();
  await page.getByLabel("Value of this field").fill("half");
  await host.set({ text: "{" });
  await page.getByText("This is not JSON: Close brace expected.").waitFor();
  expect(await page.locator("#field-name").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Edit as JSON" }).click();
  expect(sent("action")).toEqual([{ kind: "action", action: "open_as_text" }]);
  await host.set({ text: undefined });
  await page.locator("#field-name").waitFor();
  expect(await page.getByLabel("Value of this field").inputValue()).toBe("half");
});

test("shows one banner: what is wrong in the text comes first, with what a save has said of it", async () => {
  const standing = { base: { kind: "unknown" } } as const;
  const { page, host } = await open({ ...standing, text: JSON.stringify({ nickname: "Jo" }) });
  const banners = () => page.locator(".banner").allTextContents();
  expect(await banners()).toEqual(["Error: nickname is not a field that can be changed.Edit as JSON"]);
  const banner = {
    tone: "error",
    text: "Line 1: nickname is not a field that can be changed. Nothing was sent.",
  } as const;
  await host.set({ banner: { ...banner, actions: [] } });
  await expect.poll(banners).toEqual([`Error: ${banner.text}Edit as JSON`]);
  await host.set({ text: "{" });
  await expect.poll(banners).toEqual(["Error: This is not JSON: Close brace expected.Edit as JSON"]);
  const fields = await page.locator("#field-name").boundingBox();
  expect(fields, "nothing to see of the fields").toBeNull();
  await host.set({ text: "{}" });
  await expect.poll(banners).toEqual([`Error: ${banner.text}`]);
});

test("does not leave the person waiting when it cannot read a message", async () => {
  const { page } = await open({ silent: true });
  await page.evaluate(() => window.postMessage({ kind: "state", draft: 1 }));
  await page.getByRole("button", { name: "Edit as JSON" }).waitFor();
});

test("says who the contact is, and copies the id through the host", async () => {
  const { page, sent } = await open();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("John Doe");
  expect(await page.locator("code").textContent()).toBe("cnt_abc123def456");
  await page.getByRole("button", { name: "Copy ID" }).click();
  expect(sent("action")).toEqual([{ kind: "action", action: "copy_id" }]);
});

test.each([
  ["2024-01-15T10:30:00Z", "15 Jan 2024, 10:30"],
  ["2024-01-15T10:30:00.123456+00:00", "15 Jan 2024, 10:30"],
  ["1705314600", "15 Jan 2024, 10:30"],
  ["1705314600000", "15 Jan 2024, 10:30"],
  ["last week", "last week"],
])("shows the stamp %s in the person's locale, the whole stamp on hover", async (stamp, readable) => {
  const { page } = await open({ facts: { created_at: stamp } });
  await expect.poll(() => page.locator(".facts").textContent()).toBe(`Created${readable}`);
  expect(await page.locator(".facts dd").getAttribute("title")).toBe(stamp);
});

test("keeps how the form was left, and nothing of the contact", async () => {
  const { page } = await open({ draft: { ...john, position: "CTO" }, height: 400 });
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await page.locator("#field-linkedin_url").focus();
  await page.locator("main").evaluate((main) => main.scrollTo(0, 150));
  const kept = () => page.evaluate(() => JSON.parse(sessionStorage.getItem("state") ?? "null"));
  await expect.poll(kept).toEqual({ scroll: 150, panel: "json", focus: "field-linkedin_url" });
  await page.reload();
  await page.locator("#review").waitFor();
  await expect.poll(() => page.locator("main").evaluate((main) => main.scrollTop)).toBe(150);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-linkedin_url");
});

test("pays no heed to messages that are not from the host, and says so when the host's cannot be read", async () => {
  const { page } = await open();
  await page.evaluate("window.postMessage({ source: 'some browser extension' }, '*')");
  await page.evaluate("window.postMessage('hello', '*')");
  await page.evaluate("new Promise((done) => setTimeout(done, 50))");
  expect(await page.getByRole("textbox", { name: "Company", exact: true }).inputValue()).toBe(john.company);
  await page.evaluate("window.postMessage({ kind: 'state', draft: 7 }, '*')");
  await page.getByRole("button", { name: "Edit as JSON" }).waitFor();
});
