import * as v from "valibot";
import * as vscode from "vscode";
import { contactsInTabs, openDocument } from "../document/contactUri.ts";
import { deleteIfThere, filesUnder, readIfThere } from "./baseFiles.ts";
import { fingerprint } from "./fingerprint.ts";
import { type KeptBase, keptBaseSchema } from "./keptBase.ts";

const most = 200;

const keptSchema = v.object({ base: keptBaseSchema, texts: v.array(v.string()) });
/** A base with the fingerprints of the texts that a draft over it has had, newest last. */
type Kept = v.InferOutput<typeof keptSchema>;

/**
 * The base of every open contact, in memory and on disk.
 *
 * It has to outlive the window: after a reload VS Code brings a dirty draft back from its own backup without asking
 * us anything, and a fresh read as its base would write old values over somebody else's edit. Another window may have
 * left a base of its own in the same place, so one that is found counts only for a text that it was kept for.
 *
 * A disk that fails keeps nobody from working: what it does not hold is lost with the window.
 */
export class KeptBases {
  readonly #folder: () => vscode.Uri;
  readonly #onFailure: (error: unknown) => void;
  readonly #kept = new Map<string, Kept>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  #disk: Promise<void> = Promise.resolve();
  /** A contact's base is another one now. */
  readonly onDidChange = this.#changed.event;

  /**
   * @param folder a folder of this window's own, as far as VS Code gives one
   * @param onFailure is told what the disk refuses
   */
  constructor(folder: () => vscode.Uri, onFailure: (error: unknown) => void) {
    this.#folder = folder;
    this.#onFailure = onFailure;
  }

  get(contact: vscode.Uri): KeptBase | undefined {
    return this.#kept.get(contact.toString())?.base;
  }

  /** The base of this text, looked up on disk when this window has not read it yet. Undefined: it is lost. */
  async find(contact: vscode.Uri, text = openDocument(contact)?.getText()): Promise<KeptBase | undefined> {
    if (this.get(contact) !== undefined || text === undefined) return this.get(contact);
    const kept = await this.#read(contact);
    // Somebody may have set a newer one while the disk was read.
    const newer = this.get(contact);
    if (newer !== undefined || !kept?.texts.includes(fingerprint(text))) return newer;
    this.#kept.set(contact.toString(), kept);
    this.#changed.fire(contact);
    await this.follow(contact, openDocument(contact)?.getText() ?? text); // typed meanwhile
    return kept.base;
  }

  /** Keeps a base with the text over it; both are on disk when this resolves. */
  async keep(contact: vscode.Uri, base: KeptBase, text: string): Promise<void> {
    await this.#set(contact, { base, texts: [fingerprint(text)] });
  }

  /** Moves a base under the texts that it has been kept for. */
  async move(contact: vscode.Uri, base: KeptBase): Promise<void> {
    const texts = this.#kept.get(contact.toString())?.texts ?? [fingerprint(openDocument(contact)?.getText() ?? "")];
    await this.#set(contact, { base, texts });
  }

  /** The draft over the base has this text now. */
  async follow(contact: vscode.Uri, text: string): Promise<void> {
    const kept = this.#kept.get(contact.toString());
    const name = fingerprint(text);
    if (kept === undefined || kept.texts.at(-1) === name) return;
    this.#kept.set(contact.toString(), { ...kept, texts: [...kept.texts, name].slice(-most) });
    await this.#write(contact);
  }

  async forget(contact: vscode.Uri): Promise<void> {
    this.#kept.delete(contact.toString());
    this.#changed.fire(contact);
    await this.#write(contact);
  }

  /**
   * Deletes what an earlier window has left here, because it was quit before VS Code let go of a contact.
   *
   * @param signedOut an account of which only what has a tab is kept: VS Code lets go of a document when it likes
   */
  forgetUnused(signedOut?: string): Promise<void> {
    const fileOf = (contact: vscode.Uri) => this.#file(contact).toString();
    return this.#inTurn(async () => {
      const left = await filesUnder(this.#folder());
      const known = [...this.#kept.keys()].map((contact) => vscode.Uri.parse(contact));
      const documents = vscode.workspace.textDocuments.map(({ uri }) => uri);
      const unseen = [...known, ...documents].filter(({ authority }) => authority !== signedOut);
      const inUse = new Set([...unseen, ...contactsInTabs()].map(fileOf));
      await Promise.all(left.filter((file) => !inUse.has(file.toString())).map(deleteIfThere));
    });
  }

  async #set(contact: vscode.Uri, kept: Kept): Promise<void> {
    this.#kept.set(contact.toString(), kept);
    this.#changed.fire(contact);
    await this.#write(contact);
  }

  #file(contact: vscode.Uri): vscode.Uri {
    const name = `${encodeURIComponent(contact.path.slice(1))}.json`;
    return vscode.Uri.joinPath(this.#folder(), contact.authority, name);
  }

  /** Brings the disk in step with what is in memory. */
  #write(contact: vscode.Uri): Promise<void> {
    return this.#inTurn(async () => {
      const kept = this.#kept.get(contact.toString());
      const file = this.#file(contact);
      if (kept === undefined) await deleteIfThere(file);
      else await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(kept)));
    });
  }

  /** Works on the disk after all that was asked of it before. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#disk = this.#disk.then(work).catch(this.#onFailure);
    return this.#disk;
  }

  async #read(contact: vscode.Uri): Promise<Kept | undefined> {
    try {
      const bytes = await readIfThere(this.#file(contact));
      if (bytes === undefined) return undefined;
      const parsed = v.safeParse(keptSchema, JSON.parse(new TextDecoder().decode(bytes)));
      return parsed.success ? parsed.output : undefined;
    } catch (error) {
      if (!(error instanceof SyntaxError)) this.#onFailure(error);
      return undefined; // a half-written file is a lost base too: every difference will be asked about
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
