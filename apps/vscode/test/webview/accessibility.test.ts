import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect, test } from "vitest";
import { type FormPage, useForm } from "./formPage.ts";
import { themes } from "./formServer.ts";
import { john, type Setting } from "./scriptedHost.ts";

const open = useForm();
const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A contact with everything to say at once. */
const everything: Setting = {
  draft: {
    ...john,
    email: "john@example",
    phone: "11 99999",
    linkedin_url: "",
    tags: ["decision-maker", "hot-lead"],
    custom_fields: { industry: "Retail", seats: 12, active: true, meta: { a: 1 } },
  },
  serverFaults: [{ path: ["company"], message: "company is reserved" }],
  banner: { tone: "warning", text: "Someone changed Phone.", actions: [{ action: "compare", label: "Show" }] },
};

/** What a save has found, with one side chosen. */
const conflicts = [
  { path: ["phone"], base: "+5511999999999", mine: "11 99999", theirs: "+5511888888888", chosen: "mine" as const },
  { path: ["custom_fields", "industry"], base: undefined, mine: "Retail", theirs: "Energy" },
];

async function findFaults({ page }: FormPage): Promise<string[]> {
  await page.evaluate(await axe);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary}`),
  );
}

test.each(themes.flatMap((theme) => [900, 300].map((width) => [theme, width] as const)))(
  "has no fault that axe finds in %s at %i pixels",
  async (theme, width) => {
    const form = await open({ theme, width, height: 1000, ...everything, conflicts });
    const { page } = form;
    await page.getByRole("button", { name: "Add a field" }).click();
    await page.keyboard.press("Tab");
    await page.getByRole("button", { name: "Before / after" }).click();
    expect(await page.locator(".fault").count()).toBe(3);
    expect(await findFaults(form)).toEqual([]);
    await page.getByRole("button", { name: "JSON", exact: true }).click();
    expect(await findFaults(form)).toEqual([]);
  },
);

test.each([
  ["nothing changed", {}],
  ["values unknown", { base: { kind: "unknown" }, draft: {} }],
  ["a broken text", { text: "{" }],
  ["the form's shape", { silent: true }],
] as const)("has no fault that axe finds with %s", async (_, setting) => {
  expect(await findFaults(await open(setting))).toEqual([]);
});

test("is walked with Tab in the order of the eye, every stop with a visible focus", async () => {
  const { page } = await open({ ...everything, height: 1200 });
  const stops: string[] = [];
  let lastTop = 0;
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      const own = getComputedStyle(element);
      const around = getComputedStyle(element.closest(".tags, .chip") ?? element);
      const isVisible = [own, around].some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px",
      );
      return {
        name:
          element.getAttribute("aria-label") ??
          element.getAttribute("title") ??
          element.getAttribute("name") ??
          element.id ??
          "",
        text: element.tagName === "BUTTON" ? (element.textContent ?? "") : "",
        isVisible,
        top: element.getBoundingClientRect().top,
      };
    });
    if (!stop) break;
    const name = stop.name || stop.text;
    expect(stop.isVisible, name).toBe(true);
    // Buttons beside a control may stand a little higher than its middle, never a line.
    expect(stop.top, name).toBeGreaterThan(lastTop - 20);
    lastTop = stop.top;
    stops.push(name);
  }
  expect(stops).toEqual([
    "Copy ID",
    "Show",
    "name",
    "email",
    "Revert Email",
    "phone",
    "Revert Phone",
    "company",
    "position",
    "linkedin_url",
    "Revert LinkedIn URL",
    "Remove hot-lead",
    "field-tags",
    "Revert Tags",
    "Name of custom field 1",
    "Type of industry",
    "Value of industry",
    "Remove industry",
    "Put back company_size",
    ...[2, 3, 4].flatMap((position) => {
      const name = ["seats", "active", "meta"][position - 2];
      return [`Name of custom field ${position}`, `Type of ${name}`, `Value of ${name}`, `Remove ${name}`];
    }),
    "Add a field",
    "Revert Custom fields",
    "Before / after",
    "JSON",
    "Revert all",
    "Save",
  ]);
});

test("is changed and saved with the keyboard alone", async () => {
  const { page, host, sent } = await open();
  const tabTo = async (selector: string) => {
    for (let count = 0; count < 60; count += 1) {
      if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${selector}.`);
  };
  await tabTo("#field-position");
  await page.keyboard.type("CTO");
  await tabTo("#field-tags");
  await page.keyboard.type("vip");
  await page.keyboard.press("Enter");
  await tabTo(".add");
  await page.keyboard.press("Space");
  await page.keyboard.type("team");
  await tabTo("[aria-label='Value of team']");
  await page.keyboard.type("Blue");
  await tabTo(".save");
  await page.keyboard.press("Enter");
  await expect.poll(() => sent("action")).toEqual([{ kind: "action", action: "save" }]);
  expect(host.draft).toEqual({
    ...john,
    position: "CTO",
    tags: ["prospect", "decision-maker", "vip"],
    custom_fields: { ...john.custom_fields, team: "Blue" },
  });
});

test("says of each control what it is once, and of a custom field what became of it", async () => {
  const { page } = await open({ ...everything, serverFaults: [{ path: ["custom_fields"], message: "Too many." }] });
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const said = nodes.map(
    ({ name, description }) => [String(name?.value ?? ""), String(description?.value ?? "")] as const,
  );
  expect(said.filter(([name, description]) => name !== "" && name === description)).toEqual([]);
  const descriptions = new Map(said);
  expect(descriptions.get("Name of custom field 1")).toBe("changed");
  expect(descriptions.get("Name of custom field 2")).toBe("new");
  expect(descriptions.get("Custom fields (changed)")).toMatch(/^Too many\. Saving sends all custom fields:/);
});

test("keeps its signs when the system forces its own colours", async () => {
  const { page, field } = await open({ ...everything, page: { forcedColors: "active" } });
  const borderOf = (name: string) => field(name).evaluate((row) => getComputedStyle(row).borderLeftColor);
  expect(await borderOf("email")).not.toBe(await borderOf("name"));
  const width = (selector: string) =>
    page.locator(selector).evaluate((input) => getComputedStyle(input).borderTopWidth);
  expect([await width("#field-email"), await width("#field-name")]).toEqual(["2px", "1px"]);
  const bars = field("custom_fields").locator(".row:is(.changed, .added)");
  const drawn = await bars.evaluateAll((rows) => rows.map((row) => getComputedStyle(row, "::before").borderLeftWidth));
  expect(drawn).toEqual(["2px", "2px", "2px", "2px"]);
});
