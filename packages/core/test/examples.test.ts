import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createSandbox, sandboxKey } from "@raze-contacts/sandbox";
import { build } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";
import * as core from "../src/index.ts";
import { john } from "./support/server.ts";

const source = new URL("../src/", import.meta.url);
const documented =
  /\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:\/\/[^\n]*\n\s*)*export (?:async )?(?:const|function|class) (\w+)/gs;

/** The example of each documented value. */
const examples = new Map(
  readdirSync(source).flatMap((file) =>
    [...readFileSync(new URL(file, source), "utf8").matchAll(documented)].flatMap(([, comment = "", name = ""]) => {
      const [, example] = comment.split("@example");
      return example === undefined ? [] : [[name, example.replaceAll(/\n? +\* ?/g, "\n").trim()] as const];
    }),
  ),
);

/** What the examples take for given. */
const given = `
  const { contact } = await createContactsClient({ apiKey }).get(id);
  const contacts = createContactsClient({ apiKey });
  const base = contact;
  const theirs = async () => ({ ...contact, position: "CFO" });
  const ask = (...conflict: unknown[]) => console.log(...conflict);
  const retryLater = (at: Date | undefined) => console.log(at);
`;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("every value that is exported has an example", () => {
  expect(Object.keys(core).filter((name) => !examples.has(name))).toEqual([]);
});

test.each([...examples])("the example of %s runs, and gives what stands behind it", async (_, example) => {
  const [, expression, expected] = /^([^\n]+?) \/\/ ([^\n]+)$/.exec(example) ?? [];
  const code = expected === undefined ? example : `assert.deepEqual(${expression}, ${expected});`;
  const names = Object.keys(core).join(", ");
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import assert from "node:assert/strict";
        import { ${names} } from "./index.ts";
        ${given}
        { ${code} }`,
      loader: "ts",
      resolveDir: fileURLToPath(source),
    },
    conditions: ["@raze-contacts/source"],
    platform: "node",
    bundle: true,
    format: "esm",
    write: false,
  });
  const sandbox = createSandbox({ contacts: [{ ...john, position: "CEO" }] });
  vi.stubGlobal("apiKey", sandboxKey);
  vi.stubGlobal("id", john.id);
  vi.stubGlobal("email", "john@example.org");
  vi.stubGlobal("fetch", sandbox.fetch);
  vi.spyOn(console, "log").mockImplementation(() => {});
  const [bundle] = outputFiles;
  const program = Buffer.from(bundle?.contents ?? "").toString("base64");
  await import(/* @vite-ignore */ `data:text/javascript;base64,${program}`);
});
