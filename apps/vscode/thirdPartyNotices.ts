import { readdir, readFile } from "node:fs/promises";
import type { Metafile } from "esbuild";

const packageFolder = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/;

/** The licences of the packages whose code is in a bundle: most ask to go wherever the code goes. */
export async function noticesFor(metafiles: readonly Metafile[], workingFolder: URL): Promise<string> {
  const files = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  const packages = new Map(
    files.flatMap((file) => {
      const [folder, name] = packageFolder.exec(file) ?? [];
      return name === undefined ? [] : [[name, new URL(`${folder}/`, workingFolder)] as const];
    }),
  );
  const notices = [...packages]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(async ([name, folder]) => {
      const license = (await readdir(folder)).find((file) => /^licen[cs]e/i.test(file));
      if (license === undefined) throw new Error(`${name} has no licence file: see what it asks for.`);
      return `${name}\n\n${(await readFile(new URL(license, folder), "utf8")).trim()}\n`;
    });
  return `This extension holds code of these packages.\n\n${(await Promise.all(notices)).join(`\n${"-".repeat(80)}\n\n`)}`;
}
