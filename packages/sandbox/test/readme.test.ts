import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const home = fileURLToPath(new URL("..", import.meta.url));
const blocks = [...readFileSync(`${home}/README.md`, "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(
  ([, code = ""]) => code,
);

/** What all examples print as one program, each in a scope of its own and with something after it. */
function run(...after: readonly string[]): string {
  const imports = blocks.flatMap((code) => code.match(/^import .*$/gm) ?? []);
  const bodies = blocks.map((code, at) => `{ ${code.replaceAll(/^import .*$/gm, "")}\n${after[at]} }`);
  const node = ["--conditions=@raze-contacts/source", "--input-type=module"];
  return execFileSync(process.execPath, node, {
    cwd: home,
    input: [...imports, ...bodies].join("\n"),
    encoding: "utf8",
  });
}

test("the README's examples do what stands beside them", () => {
  const printed = run(
    'console.log(sandbox.contacts.get("cnt_abc123def456").position, sandbox.received.at(-1).body, sandbox.keys.size);',
    'console.log((await fetch(url + "/contacts", { headers: { "X-API-Key": key } })).status); await close();',
    "console.log(sandbox.faults.waiting);",
  );
  const body = '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}';
  expect(printed).toBe(`VP of Engineering ${body} 0\n200\n2\n`);
});
