import {
  type Contact,
  type ContactUpdate,
  type Pagination,
  parseContactId,
  parseContactUpdate,
} from "@raze-contacts/schema";
import { Connection } from "./connection.ts";
import { RazeError } from "./error.ts";
import { fieldErrorsWithoutKey } from "./key-free.ts";
import { type ListQuery, listSearch } from "./list-query.ts";
import { type CallOptions, type ContactsClientOptions, readSettings } from "./options.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readContact } from "./read-contact.ts";
import { readList } from "./read-list.ts";
import { type Runtime, systemRuntime } from "./runtime.ts";
import { findUnapplied, type UnappliedField } from "./unapplied.ts";

/** What each answer comes with. */
export type AnswerFacts = {
  /**
   * The documented fields that came in a type that they cannot have, each once. They are left out of the result: such
   * a field is unknown, not empty.
   */
  readonly drift: readonly string[];
  /** The hourly quota, as far as the answer told it. */
  readonly rateLimit: RateLimit | undefined;
  /** How many times the server was called. */
  readonly attempts: number;
};

/** A contact as it is stored. */
export type GetResult = AnswerFacts & { readonly contact: Contact };

/** A contact as it is stored after an update. */
export type UpdateResult = GetResult & {
  /** The fields that were sent and did not come back as sent; `[]` if the answer proves the whole update. */
  readonly unapplied: readonly UnappliedField[];
};

/** A page of contacts. */
export type ListResult = AnswerFacts & {
  readonly contacts: readonly Contact[];
  /** Where the page stands, as far as the server said. */
  readonly pagination: Pagination;
};

/** The calls of the API. Each rejects with a {@link RazeError} and with nothing else. */
export type ContactsClient = {
  /**
   * Changes the fields that are given, and only those (the API's Update Contact page).
   *
   * @param id the contact's unique identifier
   * @param update any of the eight fields; `tags` and `custom_fields` replace what is stored
   */
  update(id: string, update: ContactUpdate, options?: CallOptions): Promise<UpdateResult>;
  /** Reads one contact, past any cache (the API's Get Contact page). */
  get(id: string, options?: CallOptions): Promise<GetResult>;
  /** Reads a page of contacts, the newest first unless told (the API's List Contacts page). */
  list(query?: ListQuery, options?: CallOptions): Promise<ListResult>;
};

const contactBytes = 1_048_576;
const listBytes = 16 * contactBytes;

/** {@link createContactsClient} with surroundings of one's own. */
export function createClient(clientOptions: ContactsClientOptions, runtime: Runtime): ContactsClient {
  const settings = readSettings(clientOptions);
  const connection = new Connection(settings, runtime);
  const clean = (errors: Parameters<typeof fieldErrorsWithoutKey>[0]) =>
    typeof settings.apiKey === "string" ? fieldErrorsWithoutKey(errors, settings.apiKey) : errors;

  const contactOperation = (id: string) => {
    const parsed = parseContactId(id);
    if (!parsed.ok) throw new RazeError({ reason: "contact_id_invalid", fieldErrors: [parsed.error] });
    return {
      path: "/contacts/:id",
      url: `${settings.baseUrl}/contacts/${encodeURIComponent(id)}`,
      limit: contactBytes,
      read({ data }: Record<string, unknown>, drift: Set<string>) {
        const contact = readContact(data, drift);
        if (contact === undefined) return "contact_unreadable";
        return contact.id.toLowerCase() === id.toLowerCase() ? contact : "other_contact";
      },
    } as const;
  };

  return {
    async update(id, update, options = {}) {
      const target = contactOperation(id);
      const parsed = parseContactUpdate(update);
      if (!parsed.ok) throw new RazeError({ reason: "update_invalid", fieldErrors: clean(parsed.errors) });
      const body = JSON.stringify(parsed.update);
      // What was sent, whatever the caller does with the object meanwhile.
      const sent: ContactUpdate = JSON.parse(body);
      const { result, ...facts } = await connection.call(
        { ...target, method: "PUT", fields: Object.keys(sent), body },
        options,
      );
      return { contact: result, unapplied: findUnapplied(sent, result, facts.drift), ...facts };
    },
    async get(id, options = {}) {
      const operation = contactOperation(id);
      const { result, ...facts } = await connection.call({ ...operation, method: "GET", fields: [] }, options);
      return { contact: result, ...facts };
    },
    async list(query = {}, options = {}) {
      const { result, ...facts } = await connection.call(
        {
          method: "GET",
          path: "/contacts",
          url: `${settings.baseUrl}/contacts${listSearch(query)}`,
          limit: listBytes,
          fields: [],
          read: readList,
        },
        options,
      );
      return { ...result, ...facts };
    },
  };
}

/**
 * A client for the contacts of one account.
 *
 * @throws RazeError `invalid_request` for an option of a wrong type or range, or a key that cannot be a header's value
 *
 * @example
 * const contacts = createContactsClient({ apiKey });
 * const { contact, unapplied } = await contacts.update("cnt_abc123def456", {
 *   position: "VP of Engineering",
 *   tags: ["hot-lead", "enterprise"],
 * });
 */
export function createContactsClient(options: ContactsClientOptions): ContactsClient {
  return createClient(options, systemRuntime);
}
