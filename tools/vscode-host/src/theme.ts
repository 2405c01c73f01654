import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The class that VS Code's window carries while this theme is on, by which a test knows that it has arrived.
 * @param root the folder of VS Code's server
 * @param name the theme as the setting `workbench.colorTheme` names it
 */
export async function themeClass(root: string, name: string): Promise<string> {
  for (const extension of await readdir(path.join(root, "extensions"))) {
    if (!extension.startsWith("theme-")) continue;
    const manifest = await readFile(path.join(root, "extensions", extension, "package.json"), "utf8");
    const file = themeFile(JSON.parse(manifest), name);
    if (file !== undefined) return `vscode-${extension}-${file.replace("./", "").replaceAll(/[^\w-]/g, "-")}`;
  }
  throw new Error(`This VS Code has no theme named “${name}”.`);
}

function themeFile(manifest: unknown, name: string): string | undefined {
  const themes = get(get(manifest, "contributes"), "themes");
  if (!Array.isArray(themes)) return undefined;
  const file = get(
    themes.find((theme: unknown) => get(theme, "id") === name),
    "path",
  );
  return typeof file === "string" ? file : undefined;
}

function get(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
