import type { Contact } from "@raze-contacts/schema";
import type { MiddlewareHandler } from "hono";
import { Hono } from "hono/tiny";
import { answerUpdate } from "./answer-update.ts";
import { fail, succeed } from "./answers.ts";
import { findRefusal } from "./authorize.ts";
import type { Permission, SandboxKey } from "./keys.ts";
import { listContacts } from "./list-contacts.ts";
import { readListQuery } from "./list-query.ts";
import { createRateLimiter, type RateLimit } from "./rate-limit.ts";
import type { RequestBody } from "./request-body.ts";
import type { Seams } from "./seams.ts";

/** What the server works on. */
type State = {
  readonly contacts: Map<string, Contact>;
  readonly keys: ReadonlyMap<string, SandboxKey>;
  readonly rateLimit: RateLimit;
  readonly now: () => number;
  readonly update: Seams["update"];
};

/** What goes with each request: its body, which has been read. */
type Environment = { Bindings: { body: RequestBody } };
type Handler = MiddlewareHandler<Environment>;

const list = "/external/v1/contacts";
const single = "/external/v1/contacts/:id";

const noContact = (): Response => fail(404, "NOT_FOUND", "There is no contact with this id.");

const refuseMethod = (allowed: string) => (): Response =>
  fail(405, "METHOD_NOT_ALLOWED", `This address answers to ${allowed} alone.`, {}, { Allow: allowed });

/** The documented calls as a Hono application. */
export function createApplication({ contacts, keys, rateLimit, now, update = answerUpdate }: State) {
  const countCall = createRateLimiter(rateLimit, now);

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

  return new Hono<Environment>()
    .use(limit)
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
      const { body } = context.env;
      const contentType = context.req.header("content-type");
      return update({ contact, contentType, body, time: now(), store: (updated) => contacts.set(id, updated) });
    })
    .all(single, refuseMethod("GET, PUT"))
    .notFound(() => fail(404, "NOT_FOUND", "There is nothing at this address."))
    .onError((error) => fail(500, "INTERNAL_ERROR", `The sandbox failed: ${error.message}`));
}
