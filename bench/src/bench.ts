// `pnpm run bench`: everything in one run. With `--write`, the tables go into this folder's README and the project's.
import { readFile, writeFile } from "node:fs/promises";
import { compare } from "./compare.ts";
import { machine, table } from "./report.ts";
import { measureAborts, measureDeadlines, type Settling } from "./settling.ts";

const say = (step: string): void => console.error(`${step} …`);

const settlingTable = (what: string, settlings: readonly Settling[]): string =>
  table(
    [what, "median, ms", "worst, ms"],
    settlings.map(({ name, median, worst }) => [name, median.toFixed(1), worst.toFixed(1)]),
  );

const calls = `Taken ${machine()}.\n\n${await compare(say)}`;
say("aborts");
const aborts = settlingTable("settled after the abort", await measureAborts());
say("deadlines");
const deadlines = settlingTable("settled after the deadline of 300 ms", await measureDeadlines());

console.log(`\n${calls}\n\n${aborts}\n\n${deadlines}`);

/** Puts a text between a document's `<!-- name -->` and `<!-- /name -->`. */
async function put(name: string, text: string, file: string): Promise<void> {
  const url = new URL(file, import.meta.url);
  const document = await readFile(url, "utf8");
  const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const [from, to] = [document.indexOf(start), document.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`${file} has no place for "${name}".`);
  await writeFile(url, `${document.slice(0, from)}${start}\n${text}\n${document.slice(to)}`);
}

if (process.argv.includes("--write")) {
  await put("calls", calls, "../../README.md");
  await put("settling", `${aborts}\n\n${deadlines}`, "../README.md");
}
