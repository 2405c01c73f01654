import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the sandbox without a port needs nothing of Node", () => {
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
  visit(new URL("../src/index.ts", import.meta.url));

  expect(visited.size).toBeGreaterThan(15);
  expect([...packages].toSorted()).toEqual(["@raze-contacts/schema", "hono", "hono/tiny"]);
});
