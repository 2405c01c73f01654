import * as vscode from "vscode";
import type { ContactReader } from "./contactReader.ts";
import type { ContactSaver } from "./contactSaver.ts";
import { textOf } from "./contactText.ts";
import { type ContactAddress, parseContactUri } from "./contactUri.ts";
import type { KeptBase, KeptBases } from "./keptBases.ts";

/**
 * Contacts as files. Thin: reading asks the reader and keeps the base, writing asks the saver.
 *
 * `stat` never calls the network. Its time never moves and its size is a counter that we raise when the document
 * should be read again, so VS Code never refuses a save by itself (it compares time and size, and misses a change of
 * equal length): whether somebody else changed the contact is decided by our merge alone.
 */
export class ContactFileSystem implements vscode.FileSystemProvider {
  readonly #reader: ContactReader;
  readonly #saver: ContactSaver;
  readonly #bases: KeptBases;
  readonly #revisions = new Map<string, number>();
  readonly #pending = new Map<string, { text: string; base: KeptBase }>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(reader: ContactReader, saver: ContactSaver, bases: KeptBases) {
    this.#reader = reader;
    this.#saver = saver;
    this.#bases = bases;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {}); // changes are told through refresh() alone
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    addressOf(uri);
    return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: this.#revisions.get(uri.toString()) ?? 1 };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const base = await this.#reader.read(addressOf(uri));
    const text = textOf(base);
    const open = openDocument(uri);
    // Under a dirty draft the base must not move just because somebody looked: it moves when the draft takes the text.
    if (open?.isDirty === true) this.#pending.set(uri.toString(), { text, base });
    else await this.#bases.keep(uri, base);
    return new TextEncoder().encode(text);
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.#saver.save(uri, addressOf(uri), new TextDecoder().decode(content));
  }

  /** Lets VS Code read the document again; a dirty one ignores it. */
  refresh(uri: vscode.Uri): void {
    this.#revisions.set(uri.toString(), (this.#revisions.get(uri.toString()) ?? 1) + 1);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** A document changed: one that took the text of a read while it was dirty (Revert File) takes its base too. */
  async settle(document: vscode.TextDocument): Promise<void> {
    const pending = this.#pending.get(document.uri.toString());
    if (pending === undefined || document.isDirty || document.getText() !== pending.text) return;
    this.#pending.delete(document.uri.toString());
    await this.#bases.keep(document.uri, pending.base);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}

export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

function addressOf(uri: vscode.Uri): ContactAddress {
  const address = parseContactUri(uri);
  if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return address;
}
