const asCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** A table in Markdown, its columns as wide as their widest cell: the form that the formatter keeps. */
export function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  const rows = [head, ...body].map((row) => row.map(asCell));
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [first = [], ...rest] = rows;
  return [line(first), line(widths.map((width) => "-".repeat(width))), ...rest.map(line)].join("\n");
}

/** Text that is meant as it is written. */
export const code = (text: string): string => `\`${text}\``;

/** A list in Markdown. */
export const bullets = (texts: readonly string[]): string => texts.map((text) => `- ${text}`).join("\n");

/** A page in Markdown, of paragraphs, tables and headings. */
export const page = (parts: readonly string[]): string => `${parts.join("\n\n")}\n`;
