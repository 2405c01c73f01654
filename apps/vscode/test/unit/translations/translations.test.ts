import { glob, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { sentencesInUse } from "./sentencesInUse.ts";

const appFolder = new URL("../../../", import.meta.url);
const languages = ["es", "pt-br"];

type Table = Record<string, string>;
const readTable = async (file: string): Promise<Table> => JSON.parse(await readFile(new URL(file, appFolder), "utf8"));
const placesOf = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
const sorted = (words: Iterable<string>) => [...words].sort();

test("the languages are those that have a file", async () => {
  const files = [];
  for await (const file of glob("{l10n/bundle.l10n,package.nls}.*.json", { cwd: appFolder })) files.push(file);
  expect(sorted(files)).toEqual(
    sorted(languages.flatMap((language) => [`l10n/bundle.l10n.${language}.json`, `package.nls.${language}.json`])),
  );
});

describe.each(languages)("%s", (language) => {
  test("has every sentence of the extension and of the form, and no other", async () => {
    const table = await readTable(`l10n/bundle.l10n.${language}.json`);
    expect(sorted(Object.keys(table))).toEqual(sorted(await sentencesInUse()));
  });

  test("has every sentence of the manifest, and no other", async () => {
    const [table, english] = await Promise.all([
      readTable(`package.nls.${language}.json`),
      readTable("package.nls.json"),
    ]);
    expect(Object.keys(table)).toEqual(Object.keys(english));
  });

  test("a command is named as the palette of the language names it", async () => {
    const [table, manifest, english] = await Promise.all([
      readTable(`l10n/bundle.l10n.${language}.json`),
      readTable(`package.nls.${language}.json`),
      readTable("package.nls.json"),
    ]);
    const said = [...Object.entries(table), ...Object.entries(english).map(([key, text]) => [text, manifest[key]])];
    const commands = Object.keys(english).filter((key) => key.startsWith("command."));
    const names = (titles: Table) => (key: string) => [`Raze: ${titles[key]}`, `[${titles[key]}](command:`];
    const theirs = commands.flatMap(names(manifest));
    for (const [index, name] of commands.flatMap(names(english)).entries()) {
      for (const [sentence, text] of said) if (sentence?.includes(name)) expect(text).toContain(theirs[index]);
    }
  });

  test("no sentence is empty, loses a place, or an icon, or how it ends", async () => {
    for (const [sentence, text] of Object.entries(await readTable(`l10n/bundle.l10n.${language}.json`))) {
      expect(text.trim(), sentence).not.toBe("");
      expect(placesOf(text), sentence).toEqual(placesOf(sentence));
      expect(text.match(/^\$\(\w+\)/)?.[0], sentence).toBe(sentence.match(/^\$\(\w+\)/)?.[0]);
      expect(/[.?…]$/.exec(text)?.[0], sentence).toBe(/[.?…]$/.exec(sentence)?.[0]);
    }
  });
});

test("the manifest uses every one of its sentences", async () => {
  const manifest = await readFile(new URL("package.json", appFolder), "utf8");
  const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => String(key));
  expect(sorted(new Set(used))).toEqual(sorted(Object.keys(await readTable("package.nls.json"))));
});
