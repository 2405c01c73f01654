import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test.each(["index", "faults"])("%s: without a port, nothing of Node is needed", (entry) => {
  const visited = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: URL): void => {
    if (visited.has(file.href)) return;
    visited.add(file.href);
    const source = readFileSync(file, "utf8");
    for (const [, name = ""] of source.matchAll(/\bfrom "([^"]+)"/g)) {
      if (name.startsWith(".")) visit(new URL(name, file));
      else packages.add(name);
    }
    expect(source).not.toMatch(/\b(process|Buffer|__dirname|require|import)\b[.(]/);
  };
  visit(new URL(`../src/${entry}.ts`, import.meta.url));

  expect(visited.size).toBeGreaterThan(15);
  expect([...packages].toSorted()).toEqual(["@raze-contacts/schema", "hono", "hono/tiny"]);
});

test("a sandbox that cannot fail has nothing of those that can", () => {
  const names = new Set<string>();
  const visit = (file: URL): void => {
    if (names.has(file.href)) return;
    names.add(file.href);
    // Types leave nothing behind.
    const source = readFileSync(file, "utf8").replaceAll(/^import type .*$/gm, "");
    for (const [, name = ""] of source.matchAll(/\bfrom "(\.[^"]+)"/g)) visit(new URL(name, file));
  };
  visit(new URL("../src/index.ts", import.meta.url));
  expect([...names].filter((name) => /\/(?:faults|observed)\//.test(name))).toEqual([]);
});
