import { compare } from "./compare.ts";
import { machine, type Table, table } from "./report.ts";
import { measureAborts, measureDeadlines, type Settling } from "./settling.ts";

const settlingTable = (what: string, settlings: readonly Settling[]): string =>
  table(
    [what, "median, ms", "worst, ms"],
    settlings.map(({ name, median, worst }) => [name, median.toFixed(1), worst.toFixed(1)]),
  );

/** Core beside other clients, and how soon a call settles. */
export async function benchCore(say: (step: string) => void): Promise<Table[]> {
  const calls = `Taken ${machine()}.\n\n${await compare(say)}`;
  say("aborts");
  const aborts = settlingTable("settled after the abort", await measureAborts());
  say("deadlines");
  const deadlines = settlingTable("settled after the deadline of 300 ms", await measureDeadlines());
  return [
    { name: "calls", text: calls, files: ["README.md"] },
    { name: "settling", text: `${aborts}\n\n${deadlines}`, files: ["bench/README.md"] },
  ];
}
