import * as vscode from "vscode";

const isMissing = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === "FileNotFound";

/** What a call of the file system brings; undefined when there is nothing at that place. */
async function unlessMissing<Result>(call: Thenable<Result>): Promise<Result | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export const readIfThere = (file: vscode.Uri): Promise<Uint8Array | undefined> =>
  unlessMissing(vscode.workspace.fs.readFile(file));

export const deleteIfThere = (file: vscode.Uri): Promise<void> => unlessMissing(vscode.workspace.fs.delete(file));

/** The files in the folders of a folder. */
export async function filesUnder(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const folders = await entriesOf(folder);
  return (await Promise.all(folders.map(entriesOf))).flat();
}

async function entriesOf(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const entries = (await unlessMissing(vscode.workspace.fs.readDirectory(folder))) ?? [];
  return entries.map(([name]) => vscode.Uri.joinPath(folder, name));
}
