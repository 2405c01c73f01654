import { readFile } from "node:fs/promises";
import { answerWith } from "@raze-contacts/sandbox/faults";
import { describe, expect, test } from "vitest";
import { canaryKey, editContact, field, johnDoe, openProduct, trySandbox, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

type Table = Record<string, string>;
const readTable = async (file: string): Promise<Table> =>
  JSON.parse(await readFile(new URL(`../../${file}`, import.meta.url), "utf8"));

describe.each(["es", "pt-br"])("%s", async (language) => {
  const [manifest, table] = await Promise.all([
    readTable(`package.nls.${language}.json`),
    readTable(`l10n/bundle.l10n.${language}.json`),
  ]);
  const say = (english: string, ...filling: string[]) => {
    const text = table[english] ?? "";
    expect(text, english).not.toBe("");
    return text.replace(/\{(\d)\}/g, (_, place) => filling[place] ?? "");
  };
  const command = (name: string) => `Raze: ${manifest[`command.${name}`]}`;
  const product = useProduct(() => openProduct({}, { language }));

  test("from the palette to the saved contact", async () => {
    const { window, form } = product;
    await window.palette(command("editContact"));
    await window.quickInput.row(say("Try the Sandbox")).click();
    await window.page
      .getByRole("button", { name: say("Update One Field") })
      .first()
      .waitFor();
    await window.quickInput.type(say("Name, email, company, ID or GetRaze address"), johnDoe);
    const name = field(product, say("Name"));
    await name.fill("  ");
    await name.press("Tab");
    await form.getByText(say("The name cannot be blank.")).first().waitFor();
    await name.fill("John Doe");
    await field(product, say("Position")).fill("CTO");
    await form.getByText(say("1 change: {0}", say("Position"))).waitFor();
    await untilDirty(product, true);
    await window.screenshot(`.test/seen/form-${language}.png`);
    await window.save();
    await untilDirty(product, false);
    const saved = say("Saved {0}: {1} ({2})", "John Doe", say("1 field"), say("Position"));
    await window.page.getByText(saved).waitFor();
  });

  test("nothing in the form is left in English", async () => {
    expect(await product.form.locator("html").getAttribute("lang")).toBe(language);
    const words = await product.form.locator("body").evaluate((body) => {
      const attributes = ["aria-label", "placeholder", "title"];
      const elements = [...body.querySelectorAll("*")];
      return [
        ...elements.map((element) => element.childElementCount === 0 && element.textContent),
        ...elements.flatMap((element) => attributes.map((name) => element.getAttribute(name))),
      ].filter((text) => typeof text === "string");
    });
    const english = Object.keys(table).filter((sentence) => table[sentence] !== sentence);
    expect(words).toContain(say("Custom fields"));
    expect(words.filter((word) => english.includes(word.trim()))).toEqual([]);
  });

  test("what a failed call says is in the language too", async () => {
    const { window } = product;
    await window.palette(command("editContact"));
    await window.quickInput.type(say("Name, email, company, ID or GetRaze address"), "cnt_nobody0000001");
    await window.notifications.waitFor(say("There is no such contact in this account. Check the ID and the account."));
  });

  test("what a failed search says is in the language too", async () => {
    const { window, sandbox } = product;
    await window.palette(command("signIn"));
    await window.quickInput.type(say("Paste your API key"), canaryKey);
    await window.quickInput.box(say("Paste your API key")).waitFor({ state: "hidden" });
    sandbox.faults.next(
      answerWith(() => Response.json({ success: false }, { status: 503 })),
      { on: "list" },
    );
    await window.palette(command("editContact"));
    await window.quickInput.box(say("Name, email, company, ID or GetRaze address")).fill("müller");
    const sentence = say("The server is not available (status {status}). Try again in a few minutes.");
    await window.quickInput.row(sentence.replace("{status}", "503")).waitFor();
    await window.screenshot(`.test/seen/failed-search-${language}.png`);
    await window.quickInput.cancel();
  });
});

describe("fr, which has no words of ours", () => {
  const product = useProduct(() => openProduct({}, { language: "fr" }));

  test("the form says that it speaks English", async () => {
    await trySandbox(product);
    await editContact(product);
    expect(await product.form.locator("html").getAttribute("lang")).toBe("en");
  });
});
