import * as vscode from "vscode";
import type { AgentDrafts } from "../agents/agentDrafts.ts";
import { errorKind } from "./base/diskFailures.ts";
import type { DraftBases } from "./base/draftBases.ts";
import type { KeptBases } from "./base/keptBases.ts";
import type { ContactFileSystem } from "./contactFileSystem.ts";
import { contactScheme, openDocument } from "./document/contactUri.ts";
import type { Notices } from "./notices/notices.ts";
import type { ContactSaver } from "./save/contactSaver.ts";

/** Keeps what we know of contacts in step with their documents: changed, saved, closed. */
export function followDocuments(rooms: {
  fileSystem: ContactFileSystem;
  saver: ContactSaver;
  bases: KeptBases;
  draftBases: DraftBases;
  notices: Notices;
  agentDrafts: AgentDrafts;
  log: vscode.LogOutputChannel;
}): vscode.Disposable {
  const { fileSystem, saver, bases, draftBases, notices, agentDrafts, log } = rooms;

  let isTidy = false;
  const orLog = (work: Promise<void>) => void work.catch((error: unknown) => log.error(errorKind(error)));

  const saved = (document: vscode.TextDocument) => {
    if (document.uri.scheme !== contactScheme) return;
    const last = saver.takeSaved(document.uri);
    // Typed on meanwhile: the draft goes on from its own text, and the next save merges.
    if (last !== undefined && document.getText() === last.text) fileSystem.refresh(document.uri, last.base);
  };

  const closed = async ({ uri }: vscode.TextDocument) => {
    // A change of language closes and opens the same document.
    if (uri.scheme !== contactScheme || openDocument(uri) !== undefined) return;
    notices.clear(uri);
    fileSystem.forgetAtHand(uri);
    draftBases.forget(uri);
    await agentDrafts.forget(uri);
    await bases.forget(uri);
    // Not sooner: a window may still be restoring its tabs when its first contact is read.
    if (!isTidy) await bases.forgetUnused();
    isTidy = true;
  };

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      fileSystem.forgetAtHand(document.uri);
      if (contentChanges.length === 0) return;
      notices.edited(document.uri);
      orLog(agentDrafts.follow(document, bases.get(document.uri), reason !== undefined));
    }),
    vscode.workspace.onDidSaveTextDocument(saved),
    vscode.workspace.onDidCloseTextDocument((document) => orLog(closed(document))),
  );
}
