import { answerWith, echoKey, type Fault } from "@raze-contacts/sandbox/faults";
import type { RazeErrorKind, RazeErrorReason } from "../../../src/index.ts";
import { fails, refuses, succeeds } from "../expectation.ts";
import { always, type FaultGroup } from "../fault-row.ts";

const values = refuses("validation", "values_refused");
const foreign = refuses("unexpected_response", "not_the_api");
const failed = fails("server", "server_failed", { outcome: "unknown", applied: false });

/** A server that says back all that it was sent, in every place of an answer. */
const echoAll =
  (status: number): Fault =>
  (call, answer) => {
    const { request } = call;
    const all = JSON.stringify(request);
    const error = { code: all, message: all, retry_after: all, details: { received: request }, trace: all };
    const make = () => Response.json({ success: false, message: all, error, request: all }, { status });
    return answerWith(make)(call, answer);
  };

const kinds: readonly (readonly [number, RazeErrorKind, RazeErrorReason])[] = [
  [401, "authentication", "api_key_refused"],
  [403, "permission", "permission_missing"],
  [404, "not_found", "contact_not_found"],
  [409, "conflict", "collision"],
  [429, "rate_limited", "rate_limited"],
];

export const echoes: FaultGroup = {
  title: "The answer repeats the key",
  rows: [
    always("in the message", echoKey("message"), values),
    always("in the code", echoKey("code"), values),
    always("as a field's name", echoKey("fieldName"), values),
    always("in a field's message", echoKey("fieldMessage"), values),
    always("in the headers", echoKey("header"), succeeds()),
    always("in the contact", echoKey("contact"), succeeds()),
    ...kinds.flatMap(([status, kind, reason]) => [
      always(`in the message of a ${status}`, echoKey("message", status), refuses(kind, reason)),
      always(`in the code of a ${status}`, echoKey("code", status), refuses(kind, reason)),
    ]),
    always("in the message of a 500", echoKey("message", 500), failed),
    always("in a proxy's page under 400", echoKey("page"), foreign),
    // By its standard, fetch makes a broken connection of a 407.
    always(
      "in a proxy's page under 407",
      echoKey("page", 407),
      fails("network", "connection_lost", { outcome: "unknown", applied: false, attempts: 3 }),
    ),
    always("in a proxy's page under 429", echoKey("page", 429), refuses("rate_limited", "rate_limited")),
    always("in a proxy's page under 500", echoKey("page", 500), failed),
    always(
      "in a proxy's page under 502",
      echoKey("page", 502),
      fails("server", "server_unavailable", { outcome: "unknown", applied: false, attempts: 3 }),
    ),
    always(
      "in a proxy's page under 200",
      echoKey("page", 200),
      fails("unexpected_response", "not_json", { outcome: "unknown", applied: false }),
    ),
    always("key and values everywhere in a 500", echoAll(500), failed),
    always("key and values everywhere in a 418", echoAll(418), foreign),
  ],
};
