import { faultyIds, ordinaryId } from "../src/contacts.ts";
import type { Report } from "../src/scenario.ts";

/** An error that came of one attempt and proves that nothing was changed, unless told otherwise. */
const error = (kind: string, reason: string, facts: Report = {}): Report => ({
  kind,
  reason,
  outcome: "not_applied",
  attempts: 1,
  fieldErrors: [],
  ...facts,
});

const fieldError = (path: string, source: string, message: string) => ({ fieldErrors: [{ path, source, message }] });

const refused = (code: string, path: string, message: string): Report =>
  error("validation", "values_refused", { status: 400, code, ...fieldError(path, "server", message) });

/** What the scenario reports in Node, and everywhere else but for a few differences. */
export const expectedReport: Report = {
  list: { ids: [ordinaryId], total: 1, drift: [], attempts: 1, limit: 5000, remaining: 4999 },
  get: {
    contact: {
      id: ordinaryId,
      name: "John Doe",
      email: "john@example.com",
      phone: "+5511999999999",
      company: "Acme Inc",
      position: "CEO",
      source: "linkedin",
      linkedin_url: "https://linkedin.com/in/johndoe",
      tags: ["prospect", "decision-maker"],
      custom_fields: { industry: "Technology", company_size: "50-200" },
      created_at: "2024-01-15T10:30:00Z",
      updated_at: "2024-01-20T14:00:00Z",
    },
    drift: [],
    attempts: 1,
  },
  update: { position: "VP of Sales ü 😀", tags: ["hot-lead", "enterprise"], unapplied: [] },
  saveWithMerge: {
    kind: "saved",
    sent: { position: "CTO", tags: ["hot-lead", "theirs", "mine"] },
    mergedFields: ["phone", "tags"],
    unapplied: [],
    phone: "+1 555 0100",
    tags: ["hot-lead", "theirs", "mine"],
  },
  limitedOnce: {
    id: "cnt_limited_once",
    attempts: 2,
    heard: [{ status: 429, reason: "rate_limited" }, { status: 200 }],
  },
  refusedHere: error("invalid_request", "update_invalid", {
    attempts: 0,
    ...fieldError("email", "client", "An email address needs exactly one @, like john@example.com."),
  }),
  refusedThere: refused("VALIDATION_ERROR", "company", "Acme is taken."),
  missing: error("not_found", "contact_not_found", { status: 404, code: "NOT_FOUND" }),
  wrongKey: error("authentication", "api_key_refused", { status: 401, code: "INVALID_API_KEY" }),
  abort: error("aborted", "aborted", { status: 200, outcome: "unknown" }),
  deadline: error("timeout", "timed_out", { status: 200 }),
  redirect: error("unexpected_response", "redirected", { status: 302 }),
  reset: error("network", "connection_lost", { outcome: "unknown", causeName: "Error", causeCode: "ECONNRESET" }),
  unreachable: error("network", "unreachable", { causeName: "Error", causeCode: "ECONNREFUSED" }),
  echoedKey: [
    refused("VALIDATION_ERROR", "", "The call with the key … is not valid."),
    refused("…", "", "The call is not valid."),
    refused("VALIDATION_ERROR", "name", "Not …."),
    error("unexpected_response", "not_the_api", { status: 400 }),
  ],
  searchedForKey: [
    "refusedHere",
    "refusedThere",
    "missing",
    "wrongKey",
    "abort",
    "deadline",
    "redirect",
    "reset",
    "unreachable",
    ...faultyIds.filter((id) => id.startsWith("cnt_key_in_")),
    "events",
    "planted",
  ],
  keyFoundIn: ["planted"],
};

/** Without a code, nobody can tell a connection that never stood, and did nothing, from one that broke. */
const lostFor = (causeName: string): Report => error("network", "connection_lost", { outcome: "unknown", causeName });

/** workerd says of no connection why it failed. */
export const inWorkerd: Report = { reset: lostFor("Error"), unreachable: lostFor("Error") };

/** Chromium does not either, and hides the status of a redirect. */
export const inChromium: Report = {
  reset: lostFor("TypeError"),
  unreachable: lostFor("TypeError"),
  redirect: error("unexpected_response", "redirected"),
};

const contact = (id: string) => `/external/v1/contacts/${id}`;

/** What the server receives: each request once, and none for where a redirect leads. */
export const expectedRequests: readonly string[] = [
  "GET /external/v1/contacts?search=john+doe",
  ...["GET", "PUT", "GET", "PUT", "GET", "PUT"].map((method) => `${method} ${contact(ordinaryId)}`),
  `GET ${contact("cnt_limited_once")}`,
  `GET ${contact("cnt_limited_once")}`,
  `PUT ${contact("cnt_refused")}`,
  `GET ${contact("cnt_missing")}`,
  `GET ${contact(ordinaryId)}`,
  `PUT ${contact("cnt_stalled_until_abort")}`,
  `GET ${contact("cnt_stalled_until_deadline")}`,
  `PUT ${contact("cnt_moved")}`,
  `PUT ${contact("cnt_reset")}`,
  ...faultyIds.filter((id) => id.startsWith("cnt_key_in_")).map((id) => `GET ${contact(id)}`),
];
