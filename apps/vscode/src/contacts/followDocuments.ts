import * as vscode from "vscode";
import { type ContactFileSystem, openDocument } from "./contactFileSystem.ts";
import type { ContactReader } from "./contactReader.ts";
import type { ContactSaver } from "./contactSaver.ts";
import { contactScheme } from "./contactUri.ts";
import type { KeptBases } from "./keptBases.ts";
import type { Notices } from "./notices.ts";

/** Keeps what we know of contacts in step with their documents: taken over, saved, closed. */
export function followDocuments(rooms: {
  fileSystem: ContactFileSystem;
  saver: ContactSaver;
  bases: KeptBases;
  notices: Notices;
  reader: ContactReader;
}): vscode.Disposable {
  const { fileSystem, saver, bases, notices, reader } = rooms;
  const ofContacts = (follow: (document: vscode.TextDocument) => Promise<void>) => (document: vscode.TextDocument) => {
    if (document.uri.scheme === contactScheme) void follow(document);
  };

  const changed = ofContacts((document) => fileSystem.settle(document));

  const saved = ofContacts(async (document) => {
    const last = saver.takeSaved(document.uri);
    // Typed on meanwhile: the draft goes on from its own text, and the next save merges.
    if (last === undefined || document.getText() !== last.text) return;
    reader.prepare(document.uri, last.base);
    fileSystem.refresh(document.uri);
  });

  const closed = ofContacts(async ({ uri }) => {
    // A change of language closes and opens the same document.
    if (openDocument(uri) !== undefined) return;
    notices.clear(uri);
    await bases.forget(uri);
  });

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document }) => changed(document)),
    vscode.workspace.onDidSaveTextDocument(saved),
    vscode.workspace.onDidCloseTextDocument(closed),
  );
}
