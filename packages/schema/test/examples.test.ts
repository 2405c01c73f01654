import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as schema from "@raze-contacts/schema";
import { expect, test } from "vitest";

const home = fileURLToPath(new URL("..", import.meta.url));

/** What a module prints; Node runs it as one of this package, so that the package's own name can be imported. */
const run = (module: string): string =>
  execFileSync(
    process.execPath,
    ["--conditions=@raze-contacts/source", "--input-type=module", "--disable-warning=ExperimentalWarning"],
    { cwd: home, input: module, encoding: "utf8" },
  );

const documented = /\/\*\*((?:(?!\*\/).)*)\*\/\s*(?:\/\/[^\n]*\n\s*)*export (?:const|function) (\w+)/gs;

/** The lines of the example of each documented value. */
const examples = new Map(
  readdirSync(`${home}/src`).flatMap((file) =>
    [...readFileSync(`${home}/src/${file}`, "utf8").matchAll(documented)].flatMap(([, comment = "", name = ""]) => {
      const [, example] = comment.split("@example");
      return example === undefined ? [] : [[name, example.split(/\n? +\* /).filter((line) => line.trim() !== "")]];
    }),
  ),
);

test("every value that is exported has an example", () => {
  expect(Object.keys(schema).filter((name) => !examples.has(name))).toEqual([]);
});

test("each example gives what stands behind it", () => {
  const checks = [...examples].map(([name, lines]) => {
    const statements = lines.map((line) => {
      const [, expression, expected] = /^(.*?);? \/\/ (.*)$/.exec(line.trim()) ?? [];
      return expected === undefined ? line : `assert.deepEqual(${expression}, ${expected}, "${name}");`;
    });
    expect(statements.join()).toContain("assert");
    return `{ ${statements.join("\n")} }`;
  });
  const names = Object.keys(schema).join(", ");
  const imports = `import assert from "node:assert/strict"; import { ${names} } from "@raze-contacts/schema";`;
  expect(run(`${imports}\n${checks.join("\n")}\nconsole.log("all ran")`)).toBe("all ran\n");
});

const blocks = [...readFileSync(`${home}/README.md`, "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code = ""]) => code,
);

test.each(blocks)("the README's example prints what it says: %s", (code) => {
  const printed = [...code.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => `${line}\n`);
  expect(run(code)).toBe(printed.join(""));
});
