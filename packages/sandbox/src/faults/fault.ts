import { fail } from "../answers.ts";
import type { Interceptor } from "../seams.ts";

/**
 * What happens to a call in place of the server's plain answer. `answer` asks the server, which applies the call; a
 * fault may do so, or not, and may do anything before and after.
 *
 * @example
 * // Somebody else changes the contact before the update arrives.
 * faults.next((call, answer) => {
 *   contacts.set(john.id, { ...john, phone: "+1 555 0100" });
 *   return answer();
 * });
 */
export type Fault = Interceptor;

/** Whether a fault strikes before the server applied the call, or after. */
export type When = "before" | "after";

/** Any answer of one's own, in place of the server's. */
export const answerWith =
  (make: () => Response, when: When = "before"): Fault =>
  async (_, answer) => {
    if (when === "after") await answer();
    return make();
  };

/** The server fails, before it applied the call or after. */
export const serverError = (when: When = "before", status = 500): Fault =>
  answerWith(() => fail(status, "INTERNAL_ERROR", "Something went wrong."), when);

/** A page of a proxy. */
export const htmlPage = (status = 502, when: When = "before"): Fault =>
  answerWith(() => {
    const page = `<!doctype html><title>${status}</title><h1>${status}: try again later</h1>`;
    return new Response(page, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }, when);

/** A status without a body. */
export const emptyAnswer = (status = 502, when: When = "before"): Fault =>
  answerWith(() => new Response(null, { status }), when);

/** Sends the caller elsewhere: to another origin, unless told otherwise. */
export const redirect = ({
  status = 302,
  location = "https://other.example/external/v1/contacts",
}: {
  readonly status?: 301 | 302 | 303 | 307 | 308;
  readonly location?: string;
} = {}): Fault => answerWith(() => new Response(null, { status, headers: { Location: location } }));
