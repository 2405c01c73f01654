import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const page = await readFile(new URL("../../../../docs/experience.md", import.meta.url), "utf8");

/** The tests that a cell names: `walk` "name", "another name"; `walk` "name". */
const named = [...page.matchAll(/`((?:browser|host|webview|unit)\/[\w/]+)`((?:,? "[^"]+")+)/g)].flatMap(
  ([, walk, names = ""]) => [...names.matchAll(/"([^"]+)"/g)].map(([, name]) => [String(walk), String(name)] as const),
);

test("docs/experience.md names tests", () => {
  expect(named.length).toBeGreaterThan(50);
});

test.each(named)("%s has “%s”", async (walk, name) => {
  const code = await readFile(new URL(`../${walk}.test.ts`, import.meta.url), "utf8");
  expect(code).toContain(name);
});
