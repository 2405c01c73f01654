import type { Fault, Observed } from "@raze-contacts/sandbox/faults";
import type { Contact, ContactUpdate, ContactValues, RazeErrorKind, SaveOptions, SaveResult } from "../../src/index.ts";

/** The contact of every race, as it is when it starts. */
export const start: Contact = {
  id: "cnt_1",
  name: "Jo",
  email: "jo@example.com",
  phone: "1",
  company: null,
  position: "CEO",
  source: "import",
  linkedin_url: null,
  tags: ["a", "b"],
  custom_fields: { k: 1, l: 1 },
  created_at: "2024-01-15T10:30:00Z",
  updated_at: "2024-01-25T10:00:00Z",
};

/** How a race ends. */
export type RaceEnd = {
  /** What each save gives: its kind, or the kind of its error. */
  readonly results: readonly (SaveResult["kind"] | RazeErrorKind)[];
  /** The updates that the server received, whole. */
  readonly sent: readonly ContactUpdate[];
  /** What is otherwise than at the start on the server when all is over. */
  readonly holds: Partial<Contact> | "gone";
  /** The edits that do not stand, of which the caller hears. */
  readonly told: readonly string[];
  /** The edits that do not stand, and nobody hears of it. */
  readonly unnoticed: readonly string[];
};

/** Something that somebody else does to the contact. */
export type Other = { readonly title: string; readonly change: (contact: Contact) => Contact | undefined };

/** When the other side acts, seen from the save. */
export const moments = {
  never: "",
  before: "before the read",
  between: "between read and PUT",
  after: "after the PUT",
  betweenAttempts: "between two attempts of the PUT",
} as const;
export type Moment = keyof typeof moments;

/** A save while somebody else is at work. */
export type Race = {
  readonly mine: string;
  readonly edited: ContactValues;
  readonly other: Other;
  readonly moment: Moment;
  /** What is special about the server, in words and in deed. */
  readonly server?: string;
  readonly observed?: Observed;
  readonly onGet?: Fault;
  readonly onUpdate?: Fault;
  readonly options?: Partial<SaveOptions>;
  /** How often it is saved, once unless told. */
  readonly saves?: number;
  readonly ends: RaceEnd;
};

/** Races that belong together. */
export type RaceGroup = { readonly title: string; readonly races: readonly Race[] };

export const nobody: Other = { title: "nothing", change: (contact) => contact };
