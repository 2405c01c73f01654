import * as vscode from "vscode";
import { type KeptBase, keptBaseSchema } from "./keptBase.ts";

/**
 * The base of every open contact, in memory and on disk.
 *
 * It has to outlive the window: after a reload VS Code brings a dirty draft back from its own backup without asking
 * us anything, and a fresh read as its base would write old values over somebody else's edit.
 */
export class KeptBases {
  readonly #folder: () => vscode.Uri;
  readonly #bases = new Map<string, KeptBase>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  /** A contact's base is another one now. */
  readonly onDidChange = this.#changed.event;

  /** @param folder a folder of this window's own, as far as VS Code gives one */
  constructor(folder: () => vscode.Uri) {
    this.#folder = folder;
  }

  get(contact: vscode.Uri): KeptBase | undefined {
    return this.#bases.get(contact.toString());
  }

  /** The base, looked up on disk when this window has not read it yet. Undefined: it is lost. */
  async find(contact: vscode.Uri): Promise<KeptBase | undefined> {
    const known = this.get(contact);
    if (known !== undefined) return known;
    const kept = await this.#read(contact);
    // Somebody may have set a newer one while the disk was read.
    const newer = this.get(contact);
    if (newer !== undefined || kept === undefined) return newer;
    this.#bases.set(contact.toString(), kept);
    this.#changed.fire(contact);
    return kept;
  }

  /** Keeps a base; it is on disk when this resolves. */
  async keep(contact: vscode.Uri, base: KeptBase): Promise<void> {
    this.#bases.set(contact.toString(), base);
    this.#changed.fire(contact);
    await vscode.workspace.fs.writeFile(this.#file(contact), new TextEncoder().encode(JSON.stringify(base)));
  }

  async forget(contact: vscode.Uri): Promise<void> {
    this.#bases.delete(contact.toString());
    this.#changed.fire(contact);
    await deleteIfThere(this.#file(contact));
  }

  #file(contact: vscode.Uri): vscode.Uri {
    const name = `${encodeURIComponent(contact.path.slice(1))}.json`;
    return vscode.Uri.joinPath(this.#folder(), contact.authority, name);
  }

  async #read(contact: vscode.Uri): Promise<KeptBase | undefined> {
    const bytes = await readIfThere(this.#file(contact));
    if (bytes === undefined) return undefined;
    try {
      const parsed = keptBaseSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
      return parsed.success ? parsed.data : undefined;
    } catch {
      return undefined; // a half-written file is a lost base: every difference will be asked about
    }
  }
}

/**
 * The folder for the bases of this window: the workspace's, or, for a window without one, a folder named in the state
 * that VS Code keeps for that very window.
 */
export function windowFolder({ storageUri, globalStorageUri, workspaceState }: vscode.ExtensionContext): vscode.Uri {
  if (storageUri !== undefined) return vscode.Uri.joinPath(storageUri, "bases");
  const kept: unknown = workspaceState.get("window");
  const name = typeof kept === "string" ? kept : crypto.randomUUID();
  if (kept !== name) void workspaceState.update("window", name);
  return vscode.Uri.joinPath(globalStorageUri, "bases", name);
}

const isMissing = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === "FileNotFound";

async function readIfThere(file: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function deleteIfThere(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
