// `pnpm run bench [core|extension]`: all of it in one run, or a half. With `--write`, the tables go into the READMEs.
import { parseArgs } from "node:util";
import { benchCore } from "./benchCore.ts";
import { benchExtension } from "./extension/benchExtension.ts";
import { writeTables } from "./report.ts";

const benches = { core: benchCore, extension: benchExtension };
const isName = (name: string): name is keyof typeof benches => Object.hasOwn(benches, name);

const { values, positionals } = parseArgs({ options: { write: { type: "boolean" } }, allowPositionals: true });
const names = positionals.length === 0 ? Object.keys(benches) : positionals;
for (const name of names) {
  if (!isName(name)) throw new Error(`There is no bench “${name}”: it is ${Object.keys(benches).join(" or ")}.`);
  const tables = await benches[name]((step) => console.error(`${step} …`));
  for (const { text } of tables) console.log(`\n${text}`);
  if (values.write) await writeTables(tables);
}
