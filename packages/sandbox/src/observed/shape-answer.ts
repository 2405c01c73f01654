import { isPlainObject } from "@raze-contacts/schema";
import type { Observed } from "./observed.ts";
import { type Outgoing, shapeContact } from "./shape-contact.ts";
import type { TagCatalogue } from "./tag-catalogue.ts";

const page = "<!doctype html><title>Error</title><h1>The server could not answer</h1>";

const asHtml = (headers: Headers): string => {
  headers.set("Content-Type", "text/html");
  return page;
};

function shapeSuccess(answer: Outgoing, observed: Observed, catalogue: TagCatalogue): Outgoing {
  const shape = (contact: unknown) => (isPlainObject(contact) ? shapeContact(contact, observed, catalogue) : contact);
  const extras = observed.extraFields ? { request_id: "req_1", meta: { version: 2 } } : {};
  const { data } = answer;
  if (!isPlainObject(data)) return { ...answer, ...extras };
  const { contacts, pagination, ...rest } = data;
  if (!Array.isArray(contacts)) return { ...answer, data: shape(data), ...extras };
  const shaped = contacts.map(shape);
  return observed.paginationBesideData
    ? { ...answer, data: shaped, pagination, ...extras }
    : { ...answer, data: { contacts: shaped, pagination, ...rest }, ...extras };
}

/** The error inside an error answer, in which the wait and the permissions may be left out. */
function shapeError(error: Outgoing, { retryAfter, namesPermissions }: Observed): Outgoing {
  const { retry_after, required_permission, current_permissions, ...rest } = error;
  return {
    ...rest,
    ...(retryAfter !== "seconds" && retryAfter !== "date" && { retry_after }),
    ...(namesPermissions !== false && { required_permission, current_permissions }),
  };
}

function shapeFailure(status: number, headers: Headers, error: Outgoing, observed: Observed): Outgoing | string {
  const form = observed.errorBodies?.[status];
  if (form === "html") return asHtml(headers);
  if (form === "empty") {
    headers.delete("Content-Type");
    return "";
  }
  const { message } = error;
  if (form === "message") return { success: false, message };
  return { success: false, error: shapeError(error, observed) };
}

function shapeWait(headers: Headers, { retryAfter }: Observed, now: number): void {
  const seconds = headers.get("Retry-After");
  if (seconds === null) return;
  if (retryAfter === "body") headers.delete("Retry-After");
  if (retryAfter === "date") headers.set("Retry-After", new Date(now + Number(seconds) * 1000).toUTCString());
}

/** An answer in the forms in which servers were seen to give it. */
export async function shapeAnswer(
  answer: Response,
  observed: Observed,
  catalogue: TagCatalogue,
  now: number,
): Promise<Response> {
  const { status } = answer;
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  shapeWait(headers, observed, now);
  const value: unknown = text === "" ? undefined : JSON.parse(text); // the answer to a HEAD has no body
  if (!isPlainObject(value)) return new Response(null, { status, headers });
  const { error } = value;
  const shaped = isPlainObject(error)
    ? shapeFailure(status, headers, error, observed)
    : shapeSuccess(value, observed, catalogue);
  return new Response(typeof shaped === "string" ? shaped || null : JSON.stringify(shaped), { status, headers });
}
