import { fail } from "../answers.ts";
import { withBody } from "./bodies.ts";
import { changeData } from "./change-data.ts";
import type { Fault } from "./fault.ts";

/** Where a server or a proxy repeats the key of the request. */
export type KeyPlace = "message" | "code" | "fieldName" | "fieldMessage" | "header" | "contact" | "page";

const inHeaders = (key: string): Record<string, string> => ({
  "X-Request-Id": key,
  "Retry-After": key,
  "WWW-Authenticate": `ApiKey realm="${key}"`,
});

const refusals: Record<Exclude<KeyPlace, "header" | "contact" | "page">, (status: number, key: string) => Response> = {
  message: (status, key) => fail(status, "VALIDATION_ERROR", `The call with the key ${key} is not valid.`),
  code: (status, key) => fail(status, key, "The call is not valid."),
  fieldName: (status, key) =>
    fail(status, "VALIDATION_ERROR", "Some fields are not valid.", { details: { fields: { [key]: "Not known." } } }),
  fieldMessage: (status, key) =>
    fail(status, "VALIDATION_ERROR", "Some fields are not valid.", { details: { fields: { name: `Not ${key}.` } } }),
};

/**
 * An answer that repeats the key of the request: an error of the server in its message, its code or its fields; the
 * server's own answer with the key in its headers or beside the contact's fields; or a proxy's page.
 *
 * @param status of an error or a page
 */
export const echoKey =
  (place: KeyPlace, status = 400): Fault =>
  async ({ request }, answer) => {
    const key = request.headers["x-api-key"] ?? "";
    if (place === "contact") return changeData(await answer(), (data) => ({ ...data, [key]: key }));
    if (place === "header") {
      const given = await answer();
      return withBody(given, given.body, inHeaders(key));
    }
    if (place !== "page") return refusals[place](status, key);
    const page = `<!doctype html><title>${status}</title><pre>${request.method} ${request.path}\nx-api-key: ${key}</pre>`;
    return new Response(page, { status, headers: { "Content-Type": "text/html", ...inHeaders(key) } });
  };
