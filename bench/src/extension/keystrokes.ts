import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { installBrowser } from "@raze-contacts/vscode-host";
import { chromium, type Page } from "playwright-core";
import { serveForm } from "raze-contacts/test/webview/formServer.ts";
import { type FormPage, openForm } from "raze-contacts/test/webview/openForm.ts";
import { john } from "raze-contacts/test/webview/scriptedHost.ts";
import { shuffled } from "../statistics.ts";
import { timeToPaint } from "./painted.ts";

const folder = fileURLToPath(new URL("../../../.vscode-test", import.meta.url));
const rounds = 10;
const keysARound = 12;

const tags = Array.from({ length: 500 }, (_, index) => `tag ${index}`);
// One of them with a name of one letter, which a key of a new field's name takes.
const names = ["7", ...Array.from({ length: 199 }, (_, index) => `field ${index}`)];
const customFields = Object.fromEntries(names.map((name) => [name, `value of ${name}`]));

/** Where something is typed that is judged with each key. */
type Entry = {
  readonly name: string;
  readonly input: string;
  /** Where the verdict stands. */
  readonly says: string;
  /** What is there before the first key. */
  readonly first: string;
  /** Two inputs in turns, each with another verdict than the one before; Backspace, or a text. */
  readonly keys: readonly [string, string];
};

const lastRow = ".row:nth-last-child(1 of .row)";
const bare: Entry = { name: "a bare input", input: "#bare", says: "#bare-says", first: "", keys: ["a", "Backspace"] };
const entries: readonly Entry[] = [
  bare,
  { name: "Email", input: "#field-email", says: "#field-email-errors", first: "a", keys: ["@", "Backspace"] },
  { name: "a tag", input: "#field-tags", says: "#field-tags-errors", first: "tag 7", keys: [",", "tag 7"] },
  {
    name: "a custom field",
    input: `${lastRow} .name`,
    says: `${lastRow} .row-error`,
    first: "7",
    keys: ["Backspace", "7"],
  },
];

/** Milliseconds from each input to the frame with the verdict, beside 500 tags and 200 custom fields. */
export async function measureKeystrokes(): Promise<ReadonlyMap<string, number[]>> {
  const executablePath = await installBrowser({ folder });
  const [browser, server] = await Promise.all([chromium.launch({ executablePath }), serveForm()]);
  const problems: string[] = [];
  try {
    const values = { ...john, tags, custom_fields: customFields };
    const form = await openForm({ browser, server, problems }, { base: { kind: "known", values } });
    await addBareInput(form);
    await form.page.getByRole("button", { name: "Add a field" }).click();
    const times = new Map(entries.map(({ name }) => [name, [] as number[]]));
    for (let round = -1; round < rounds; round += 1) {
      for (const entry of shuffled(entries)) {
        const taken = await typeInto(form.page, entry);
        if (round >= 0) times.get(entry.name)?.push(...taken);
      }
    }
    if (problems.length > 0) throw new Error(`The form complained: ${problems.join(" ")}`);
    return times;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What an input costs in this page when nothing but one text follows it. */
async function addBareInput({ page }: FormPage): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement("input"), { id: "bare" });
    const says = Object.assign(document.createElement("p"), { id: "bare-says" });
    input.addEventListener("input", () => {
      says.textContent = input.value;
    });
    // Out of the form's layout, as the form's own lines of verdicts are.
    const box = Object.assign(document.createElement("div"), {
      style: "contain: strict; position: fixed; inset: 0 auto auto 0; width: 160px; height: 60px",
    });
    box.append(input, says);
    document.body.append(box);
  });
}

/** As a person types: a key, a look, the next key; the form's host answers meanwhile. */
async function typeInto(page: Page, { input, says, first, keys }: Entry): Promise<number[]> {
  await page.locator(input).fill(first);
  // A fault is shown once the person has paused.
  await pause(800);
  const times: number[] = [];
  for (let key = 0; key < keysARound; key += 1) {
    const next = keys[key % 2] ?? "";
    await pause(40 + 80 * Math.random());
    times.push(await timeToPaint(page, "input", [says], () => type(page, next)));
  }
  return times;
}

const type = ({ keyboard }: Page, key: string): Promise<void> =>
  key.length > 1 && key !== "Backspace" ? keyboard.insertText(key) : keyboard.press(key);
