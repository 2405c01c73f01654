import type { Contact } from "@raze-contacts/schema";
import { createApplication } from "./application.ts";
import { allPermissions, type SandboxKey, sandboxKey } from "./keys.ts";
import type { RateLimit } from "./rate-limit.ts";
import { keepRequest, type ReceivedRequest } from "./received.ts";
import { readBody } from "./request-body.ts";
import { sampleContacts } from "./sample-contacts/sample-contacts.ts";
import type { Seams } from "./seams.ts";

/** What a sandbox can be given; each has a default. */
export type SandboxOptions = {
  /** The contacts to start with: the sample contacts, or those that were kept from another sandbox. */
  readonly contacts?: Iterable<Contact>;
  /** The API keys that are known: {@link sandboxKey} with every permission unless given. */
  readonly keys?: Readonly<Record<string, SandboxKey>>;
  /** 5,000 calls an hour unless given. */
  readonly rateLimit?: RateLimit;
  /** The time in milliseconds since 1970; the machine's clock unless given. */
  readonly now?: () => number;
};

/** Options whose contacts are settled: who chose none has got the sample contacts. */
export type StockedOptions = SandboxOptions & Required<Pick<SandboxOptions, "contacts">>;

/** A GetRaze contacts server without a port. */
export type Sandbox = {
  /** Answers a request as the server would. Takes what the global `fetch` takes, so that it can stand in for it. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * The contacts by id, live: read them, or change them behind the caller's back. `[...contacts.values()]` is all
   * that has to be kept to go on later with `createSandbox({ contacts })`.
   */
  readonly contacts: Map<string, Contact>;
  /** The API keys that are known, live: add one, let one expire, take one away. */
  readonly keys: Map<string, SandboxKey>;
  /** The last 1,000 requests as they were received, oldest first. Empty the list to begin anew. */
  readonly received: ReceivedRequest[];
};

/** Puts a sandbox together, with the seams of its own that a faulty one has. */
export function assembleSandbox(
  {
    contacts: initial,
    keys: given = { [sandboxKey]: { permissions: allPermissions } },
    rateLimit = { limit: 5000 },
    now = Date.now,
  }: StockedOptions,
  { intercept = (_, answer) => answer(), update }: Seams,
): Sandbox {
  // Copies: a contact that a test changes in place must not change the next sandbox's samples.
  const contacts = new Map(Array.from(initial, (contact) => [contact.id, structuredClone(contact)]));
  const keys = new Map(Object.entries(given));
  const received: ReceivedRequest[] = [];
  const application = createApplication({ contacts, keys, rateLimit, now, update });

  return {
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      // A request's own signal only follows its caller's, and falls silent once nobody holds the request any more.
      const signal = init?.signal ?? request.signal;
      signal.throwIfAborted();
      const body = await readBody(request);
      const kept = keepRequest(received, request, body);
      return intercept({ request: kept, signal }, async () => application.fetch(request, { body }));
    },
    contacts,
    keys,
    received,
  };
}

/**
 * Makes a GetRaze contacts server that runs anywhere: Node, browser, worker. It answers as the vendor documents.
 *
 * @example
 * const sandbox = createSandbox();
 * const answer = await sandbox.fetch("http://sandbox/external/v1/contacts/cnt_abc123def456", {
 *   headers: { "X-API-Key": sandboxKey },
 * });
 */
export const createSandbox = ({ contacts = sampleContacts, ...options }: SandboxOptions = {}): Sandbox =>
  createSandboxOf(contacts, options);

/**
 * The same with contacts of its own: a bundle that uses only this carries no sample contacts.
 *
 * @example
 * const sandbox = createSandboxOf([{ id: "cnt_1", name: "Ada Lovelace" }]);
 */
export const createSandboxOf = (contacts: Iterable<Contact>, options: Omit<SandboxOptions, "contacts"> = {}): Sandbox =>
  assembleSandbox({ ...options, contacts }, {});
