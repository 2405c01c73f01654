import {
  type Contact,
  type ContactField,
  type ContactUpdate,
  isContactField,
  parseContactUpdate,
} from "@raze-contacts/schema";
import type { ContactsClient, GetResult, UpdateResult } from "./client.ts";
import type { ContactValues } from "./contact-values.ts";
import { diffContact, diffKnown } from "./diff.ts";
import { RazeError } from "./error.ts";
import { isObject, own, sameJson } from "./json-objects.ts";
import { type Conflict, mergeContacts, type Resolution } from "./merge.ts";
import type { CallOptions } from "./options.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What is saved, over what, and how far it may go. */
export type SaveOptions = CallOptions & {
  /** What the edit started from; undefined if unknown: every field of `edited` that differs is then asked about. */
  readonly base: ContactValues | undefined;
  /** Any of the eight fields as they should be; one that is left out stays as it is on the server. */
  readonly edited: ContactValues;
  /** Answers to the conflicts of an earlier try, each good for as long as the server's value stays the same. */
  readonly resolutions?: readonly Resolution[] | undefined;
  /** Sends the difference of base and edited without a look at the server: on the caller's word, without a merge. */
  readonly withoutReading?: boolean | undefined;
  /** Sends tags as names even to a server that holds them as objects, which may lose them. */
  readonly replaceTagObjects?: boolean | undefined;
};

/** What came of a save. */
export type SaveResult =
  | (UpdateResult & {
      readonly kind: "saved";
      readonly sent: ContactUpdate;
      /** The fields in which a change that was made elsewhere in the meantime was kept. */
      readonly mergedFields: readonly ContactField[];
    })
  | {
      /** Nothing was sent: there is nothing to change. */
      readonly kind: "unchanged";
      /** The contact, if it had to be read to find that out. */
      readonly contact?: Contact;
      /** With `contact`: the documented fields that the answer held in an unreadable form. */
      readonly drift?: readonly string[];
      readonly rateLimit: RateLimit | undefined;
    }
  | {
      /** Nothing was sent: these places were changed here and elsewhere, and somebody has to choose. */
      readonly kind: "conflict";
      readonly conflicts: readonly Conflict[];
      readonly theirs: Contact;
      readonly rateLimit: RateLimit | undefined;
    }
  | {
      /** Nothing was sent: the server holds tags as objects, and may lose them when it is sent names. */
      readonly kind: "tags_at_risk";
      /** The contact as it is on the server; undefined after `withoutReading`. */
      readonly theirs: Contact | undefined;
      readonly rateLimit: RateLimit | undefined;
    };

/**
 * Keys of `edited` that no update can have and that were not there before: a misspelt field must not get lost. The time
 * of the last change is nobody's edit: each save moves it, and a form may keep the whole contact from before.
 */
function findStrangers(base: ContactValues | undefined, edited: ContactValues): Record<string, unknown> {
  const entries = Object.entries(edited).filter(
    ([key, value]) =>
      !isContactField(key) && key !== "updated_at" && value !== undefined && !sameJson(value, own(base ?? {}, key)),
  );
  return Object.fromEntries(entries);
}

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

const holdsTagObjects = (contact: ContactValues | undefined): boolean => contact?.tags?.some(isObject) ?? false;

async function readFirst(client: Pick<ContactsClient, "get">, id: string, options: CallOptions): Promise<GetResult> {
  try {
    return await client.get(id, options);
  } catch (error) {
    if (!(error instanceof RazeError)) throw error;
    throw new RazeError(Object.assign({ cause: error.cause }, error, { step: "read_before_save" }));
  }
}

/**
 * Saves an edit and keeps what others have changed since its base: reads the contact, merges, and sends the smallest
 * update that makes the server's values the merged ones. At most two calls; none at all if the edit equals its base.
 * What others change between the read and the update, or between two attempts of it, is not seen: the API has no
 * conditional update.
 *
 * Only what is sent has to be valid. A value of the server's that cannot be read is never overwritten unasked: it is
 * a conflict where the edit changes it.
 *
 * @throws RazeError as the calls do. With `step: "read_before_save"` the contact could not be read first and nothing
 * was sent; otherwise `outcome` says what became of the update.
 *
 * @example
 * const { contact: base } = await contacts.get(id);
 * const result = await saveContact(contacts, id, { base, edited: { ...base, position: "VP of Engineering" } });
 * if (result.kind === "conflict") {
 *   const resolutions = result.conflicts.map((conflict) => ({ ...conflict, take: "mine" as const }));
 * }
 */
export async function saveContact(
  client: Pick<ContactsClient, "get" | "update">,
  id: string,
  { base, edited, resolutions, withoutReading, replaceTagObjects, ...options }: SaveOptions,
): Promise<SaveResult> {
  const changes = diffContact(base, edited);
  const strangers = findStrangers(base, edited);
  if (isEmpty(changes) && isEmpty(strangers)) return { kind: "unchanged", rateLimit: undefined };
  // Without a base, what the server already has is not known yet, and is not to be judged.
  const certain = base === undefined && !withoutReading ? strangers : { ...changes, ...strangers };
  const parsed = isEmpty(certain) ? undefined : parseContactUpdate(certain);
  if (parsed?.ok === false) throw new RazeError({ reason: "update_invalid", fieldErrors: parsed.errors });

  if (withoutReading) {
    if (changes.tags && holdsTagObjects(base) && !replaceTagObjects) {
      return { kind: "tags_at_risk", theirs: undefined, rateLimit: undefined };
    }
    return { kind: "saved", sent: changes, mergedFields: [], ...(await client.update(id, changes, options)) };
  }

  const { contact: theirs, drift, rateLimit } = await readFirst(client, id, options);
  const merge = mergeContacts(base, edited, theirs, { unknown: drift, resolutions });
  if (merge.kind === "conflict") return { ...merge, theirs, rateLimit };
  const { mergedFields } = merge;
  const sent = diffKnown(theirs, merge.contact, (field) => drift.includes(field));
  if (isEmpty(sent)) return { kind: "unchanged", contact: theirs, drift, rateLimit };
  if (sent.tags && holdsTagObjects(theirs) && !replaceTagObjects) return { kind: "tags_at_risk", theirs, rateLimit };
  return { kind: "saved", sent, mergedFields, ...(await client.update(id, sent, options)) };
}
