import type * as vscode from "vscode";
import { t } from "../words/translate.ts";
import type { KeptBase } from "./base/keptBase.ts";
import type { KeptBases } from "./base/keptBases.ts";
import type { ContactFileSystem } from "./contactFileSystem.ts";
import type { ContactReader } from "./contactReader.ts";
import { readContactText } from "./document/contactText.ts";
import { type ContactAddress, contactUri, openDocument } from "./document/contactUri.ts";
import { DocumentEdits } from "./document/documentEdits.ts";
import type { FieldValues } from "./document/fieldValues.ts";
import type { DraftSaves } from "./save/draftSaves.ts";

/** A contact as a person finds it who is about to change it: its draft, or what the server holds. */
export type SeenContact = {
  readonly address: ContactAddress;
  readonly name: string;
  /** A field that is absent is unknown. */
  readonly values: FieldValues;
  /** What was read for this, or what the draft started from. */
  readonly base: KeptBase | undefined;
  readonly hasDraft: boolean;
};

/** Reads a contact, unless it has a draft. An open document without one is brought up to what was read. */
export async function seeContact(
  rooms: { reader: ContactReader; bases: KeptBases; fileSystem: ContactFileSystem; saves: DraftSaves },
  address: ContactAddress,
): Promise<SeenContact> {
  const { reader, bases, fileSystem, saves } = rooms;
  const contact = contactUri(address);
  await saves.settled(contact);
  const document = openDocument(contact);
  if (document !== undefined) await DocumentEdits.of(document).flushed();
  const hasDraft = document?.isDirty ?? false;
  const kept = document && (await bases.find(contact));
  const read = hasDraft ? undefined : await reader.readAnew(address);
  if (document !== undefined && bases.get(contact) !== kept) return seeContact(rooms, address); // saved meanwhile
  if (document !== undefined && read?.kind === "known") fileSystem.refresh(contact, read);
  // What the server will not show may be known from the answer to an earlier save.
  const base = read?.kind === "known" ? read : (kept ?? read);
  const stored = base?.kind === "known" ? base.values : {};
  const values = document !== undefined && hasDraft ? { ...stored, ...draftOf(document) } : stored;
  return { address, name: values.name || address.id, values, base, hasDraft };
}

/** @throws Error if nobody can say what the draft means */
export function draftOf(document: vscode.TextDocument): FieldValues {
  const draft = readContactText(document.getText());
  if (draft.kind === "values") return draft.values;
  throw new Error(t("The open draft of this contact is not valid JSON. Fix it first."));
}
