import type { Contact } from "@raze-contacts/schema";
import type { MiddlewareHandler } from "hono";
import { Hono } from "hono/tiny";
import { fail, succeed } from "./answers.ts";
import { applyUpdate } from "./apply-update.ts";
import { findRefusal } from "./authorize.ts";
import type { Permission, SandboxKey } from "./keys.ts";
import { listContacts } from "./list-contacts.ts";
import { readListQuery } from "./list-query.ts";
import { createRateLimiter, type RateLimit } from "./rate-limit.ts";
import { readUpdate } from "./read-update.ts";
import { keepRequest, type ReceivedRequest } from "./received.ts";
import { type RequestBody, readBody } from "./request-body.ts";

/** What the server works on. */
type State = {
  readonly contacts: Map<string, Contact>;
  readonly keys: ReadonlyMap<string, SandboxKey>;
  readonly received: ReceivedRequest[];
  readonly rateLimit: RateLimit;
  readonly now: () => number;
};

type Handler = MiddlewareHandler<{ Variables: { body: RequestBody } }>;

const list = "/external/v1/contacts";
const single = "/external/v1/contacts/:id";

const noContact = (): Response => fail(404, "NOT_FOUND", "There is no contact with this id.");

const refuseMethod = (allowed: string) => (): Response =>
  fail(405, "METHOD_NOT_ALLOWED", `This address answers to ${allowed} alone.`, {}, { Allow: allowed });

/** The documented calls as a Hono application. */
export function createApplication({ contacts, keys, received, rateLimit, now }: State) {
  const countCall = createRateLimiter(rateLimit, now);

  const keep: Handler = async (context, next) => {
    const body = await readBody(context.req.raw);
    keepRequest(received, context.req.raw, body);
    context.set("body", body);
    await next();
  };

  const limit: Handler = async (context, next) => {
    const key = context.req.header("x-api-key") ?? "";
    // Callers without a known key share one count: a list of unknown keys could grow without end.
    const { exceeded, retryAfterSeconds: seconds, headers } = countCall(keys.has(key) ? key : "");
    if (exceeded) {
      const message = `The limit of ${rateLimit.limit} calls is reached. Try again in ${seconds} seconds.`;
      const retryAfter = { "Retry-After": String(seconds) };
      context.res = fail(429, "RATE_LIMIT_EXCEEDED", message, { retry_after: seconds }, retryAfter);
    } else {
      await next();
    }
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  };

  const permit =
    (permission: Permission): Handler =>
    async (context, next) =>
      findRefusal(context.req.header("x-api-key"), keys, permission) ?? next();

  return new Hono<{ Variables: { body: RequestBody } }>()
    .use(keep, limit)
    .get(list, permit("contacts:read"), (context) => {
      const read = readListQuery(new URL(context.req.url).searchParams);
      if (read.ok) return succeed(listContacts(contacts.values(), read.query));
      const message = Object.values(read.fields).join(" ");
      return fail(400, "INVALID_PARAMETER", message, { details: { fields: read.fields } });
    })
    .all(list, refuseMethod("GET"))
    .get(single, permit("contacts:read"), (context) => {
      const contact = contacts.get(context.req.param("id"));
      return contact === undefined ? noContact() : succeed(contact);
    })
    .put(single, permit("contacts:write"), (context) => {
      const id = context.req.param("id");
      const contact = contacts.get(id);
      if (contact === undefined) return noContact();
      const read = readUpdate(context.req.header("content-type"), context.var.body);
      if (!read.ok) return read.answer;
      const updated = applyUpdate(contact, read.update, now());
      contacts.set(id, updated);
      return succeed(updated);
    })
    .all(single, refuseMethod("GET, PUT"))
    .notFound(() => fail(404, "NOT_FOUND", "There is nothing at this address."))
    .onError((error) => fail(500, "INTERNAL_ERROR", `The sandbox failed: ${error.message}`));
}
