import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSandbox, sandboxKey } from "@raze-contacts/sandbox";
import { build } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";
import { errorReasons } from "../src/index.ts";
import { john } from "./support/server.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the examples run, one after the other, as one program", async () => {
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code);
  const { outputFiles } = await build({
    stdin: { contents: blocks.join("\n"), loader: "ts", resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    alias: { "@raze-contacts/core": fileURLToPath(new URL("../src/index.ts", import.meta.url)) },
    conditions: ["@raze-contacts/source"],
    bundle: true,
    format: "esm",
    write: false,
  });
  const sandbox = createSandbox({ contacts: [{ ...john, company: "Acme Inc" }] });
  const lines: unknown[][] = [];
  vi.stubGlobal("apiKey", sandboxKey);
  vi.stubGlobal("fetch", sandbox.fetch);
  vi.spyOn(console, "log").mockImplementation((...line) => void lines.push(line));
  const [bundle] = outputFiles;
  await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(bundle?.contents ?? "").toString("base64")}`
  );
  expect(lines).toEqual([
    ["VP of Engineering", []],
    ["John Doe", 1, 1, expect.any(Number)],
    ["saved"],
    ["invalid_request", "not_applied", expect.stringContaining("@")],
  ]);
});

test("the table of errors has every kind, and no other", () => {
  const kinds = new Set(Object.values(errorReasons).map(({ kind }) => kind));
  const [, table = ""] = readme.split(/^\| `kind` +\| when .*\n.*\n/m);
  const documented = [...table.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, names = ""]) => names.match(/\w+/g) ?? []);
  expect(new Set(documented)).toEqual(kinds);
});
