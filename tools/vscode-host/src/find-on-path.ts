import { access, constants } from "node:fs/promises";
import path from "node:path";

/** The full path of the first of these programs that is on the PATH. */
export async function findOnPath(names: string[], environment = process.env): Promise<string | undefined> {
  const { PATH = "" } = environment;
  const folders = PATH.split(path.delimiter).filter((folder) => folder !== "");
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  for (const name of names)
    for (const folder of folders)
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (await isExecutable(file)) return file;
      }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  return await access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
