import type { Contact } from "@raze-contacts/schema";
import { Hono } from "hono/tiny";
import { fail, succeed } from "./answers.ts";
import { applyUpdate } from "./apply-update.ts";
import { findRefusal } from "./authorize.ts";
import { allPermissions, type SandboxKey, sandboxKey } from "./keys.ts";
import { createRateLimiter, type RateLimit } from "./rate-limit.ts";
import { readUpdate } from "./read-update.ts";
import { keepRequest, type ReceivedRequest } from "./received.ts";
import { type RequestBody, readBody } from "./request-body.ts";
import { sampleContacts } from "./sample-contacts.ts";

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

/**
 * Makes a GetRaze contacts server that runs anywhere: Node, browser, worker. It answers as the vendor documents.
 *
 * @example
 * const sandbox = createSandbox();
 * const answer = await sandbox.fetch("http://sandbox/external/v1/contacts/cnt_abc123def456", {
 *   headers: { "X-API-Key": sandboxKey },
 * });
 */
export function createSandbox({
  contacts: initial = sampleContacts,
  keys: given = { [sandboxKey]: { permissions: allPermissions } },
  rateLimit = { limit: 5000 },
  now = Date.now,
}: SandboxOptions = {}): Sandbox {
  const contacts = new Map(Array.from(initial, (contact) => [contact.id, structuredClone(contact)]));
  const keys = new Map(Object.entries(given));
  const received: ReceivedRequest[] = [];
  const countCall = createRateLimiter(rateLimit, now);

  const app = new Hono<{ Variables: { body: RequestBody } }>();

  app.use(async (context, next) => {
    const body = await readBody(context.req.raw);
    keepRequest(received, context.req.raw, body);
    context.set("body", body);
    await next();
  });

  app.use(async (context, next) => {
    const key = context.req.header("x-api-key") ?? "";
    // Callers without a known key share one count: a list of unknown keys could grow without end.
    const state = countCall(keys.has(key) ? key : "");
    if (state.exceeded) {
      const wait = state.retryAfterSeconds;
      const message = `The limit of ${rateLimit.limit} calls is reached. Try again in ${wait} seconds.`;
      context.res = fail(429, "RATE_LIMIT_EXCEEDED", message, { retry_after: wait }, { "Retry-After": String(wait) });
    } else {
      await next();
    }
    for (const [name, value] of Object.entries(state.headers)) context.res.headers.set(name, value);
  });

  app.get("/external/v1/contacts/:id", (context) => {
    const refusal = findRefusal(context.req.header("x-api-key"), keys, "contacts:read");
    if (refusal) return refusal;
    const contact = contacts.get(context.req.param("id"));
    return contact === undefined ? fail(404, "NOT_FOUND", "There is no contact with this id.") : succeed(contact);
  });

  app.put("/external/v1/contacts/:id", (context) => {
    const refusal = findRefusal(context.req.header("x-api-key"), keys, "contacts:write");
    if (refusal) return refusal;
    const contact = contacts.get(context.req.param("id"));
    if (contact === undefined) return fail(404, "NOT_FOUND", "There is no contact with this id.");
    const read = readUpdate(context.req.header("content-type"), context.var.body);
    if (!read.ok) return read.answer;
    const updated = applyUpdate(contact, read.update, now());
    contacts.set(contact.id, updated);
    return succeed(updated);
  });

  app.notFound(() => fail(404, "NOT_FOUND", "There is nothing at this address."));

  const answer = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    return app.fetch(request);
  };

  return { fetch: answer, contacts, keys, received };
}
