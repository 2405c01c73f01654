import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";

/** A Markdown table; the first column holds names, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** Where and when the numbers were taken. */
export function machine(): string {
  const cores = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const today = new Date().toISOString().slice(0, 10);
  return `${today}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${gigabytes} GiB`;
}

/** A table and the documents that show it, by their places in the repository. */
export type Table = { readonly name: string; readonly text: string; readonly files: readonly string[] };

/** Puts each table between its documents' `<!-- name -->` and `<!-- /name -->`. */
export async function writeTables(tables: readonly Table[]): Promise<void> {
  for (const { name, text, files } of tables) {
    for (const file of files) {
      const url = new URL(`../../${file}`, import.meta.url);
      const document = await readFile(url, "utf8");
      const [start, end] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
      const [from, to] = [document.indexOf(start), document.indexOf(end)];
      if (from === -1 || to === -1) throw new Error(`${file} has no place for "${name}".`);
      await writeFile(url, `${document.slice(0, from)}${start}\n${text}\n${document.slice(to)}`);
    }
  }
}
