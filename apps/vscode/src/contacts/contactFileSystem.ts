import * as vscode from "vscode";
import { errorSentence } from "../words/errorSentence.ts";
import { withoutLinks } from "../words/markup.ts";
import type { DraftBases } from "./base/draftBases.ts";
import type { KeptBase } from "./base/keptBase.ts";
import type { ContactReader } from "./contactReader.ts";
import { textOf } from "./document/contactText.ts";
import { type ContactAddress, openDocument, parseContactUri } from "./document/contactUri.ts";
import type { ContactSaver } from "./save/contactSaver.ts";

/**
 * Contacts as files. Thin: reading asks the reader, writing asks the saver.
 *
 * `stat` never calls the network. Its time never moves and its size is a counter that we raise when the document
 * should be read again, so VS Code never refuses a save by itself (it compares time and size, and misses a change of
 * equal length): whether somebody else changed the contact is decided by our merge alone.
 */
export class ContactFileSystem implements vscode.FileSystemProvider {
  readonly #reader: ContactReader;
  readonly #saver: ContactSaver;
  readonly #draftBases: DraftBases;
  readonly #revisions = new Map<string, number>();
  readonly #atHand = new Map<string, KeptBase>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(reader: ContactReader, saver: ContactSaver, draftBases: DraftBases) {
    this.#reader = reader;
    this.#saver = saver;
    this.#draftBases = draftBases;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {}); // changes are told through refresh() alone
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    addressOf(uri);
    return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: this.#revisions.get(uri.toString()) ?? 1 };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const address = addressOf(uri);
    const atHand = this.#atHand.get(uri.toString());
    this.#atHand.delete(uri.toString());
    const base = atHand ?? (await this.#read(address, openDocument(uri) !== undefined));
    await this.#draftBases.take(uri, base);
    return new TextEncoder().encode(textOf(base));
  }

  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const address = addressOf(uri);
    // Fatal: a text in another encoding must not reach anybody as question marks.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    try {
      await this.#saver.write(uri, address, text);
    } catch (error) {
      throw inWords(error);
    }
  }

  /** Answers the next read of this contact with what is at hand, while `use` runs. */
  async withAtHand(uri: vscode.Uri, base: KeptBase, use: () => Thenable<unknown>): Promise<void> {
    this.#atHand.set(uri.toString(), base);
    try {
      await use();
    } finally {
      this.forgetAtHand(uri);
    }
  }

  /** Lets VS Code read the document again, with this as the answer; a document that is dirty ignores it. */
  refresh(uri: vscode.Uri, base: KeptBase): void {
    this.#atHand.set(uri.toString(), base);
    this.#revisions.set(uri.toString(), (this.#revisions.get(uri.toString()) ?? 1) + 1);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  /** What was at hand is old now. */
  forgetAtHand(uri: vscode.Uri): void {
    this.#atHand.delete(uri.toString());
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

  /**
   * A form that VS Code could not open once it never opens again in that window, not even when there is a key by then.
   * So a tab that VS Code brings back opens in any case; where the read failed, with the reason and a way to reload.
   */
  async #read(address: ContactAddress, isOpen: boolean): Promise<KeptBase> {
    try {
      return await (isOpen ? this.#reader.readKnown(address) : this.#reader.read(address));
    } catch (error) {
      if (!isOpen) return { kind: "unknown", reason: errorSentence(error), isForbidden: false };
      throw inWords(error);
    }
  }
}

/** An error as VS Code shows it: its message as it is. */
const inWords = (error: unknown) => new Error(withoutLinks(errorSentence(error)), { cause: error });

function addressOf(uri: vscode.Uri): ContactAddress {
  const address = parseContactUri(uri);
  if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return address;
}
