import {
  answerWith,
  connectionReset,
  emptyAnswer,
  type Fault,
  htmlPage,
  serverError,
  truncatedJson,
} from "@raze-contacts/sandbox/faults";
import type { RazeErrorKind, RazeErrorReason } from "../../../src/index.ts";
import { refuses } from "../expectation.ts";
import { always, done, type FaultGroup, type FaultRow } from "../fault-row.ts";

const answer = (status: number, body: unknown): Fault => answerWith(() => Response.json(body, { status }));
const coded = (status: number, code: string): Fault => answer(status, { success: false, error: { code, message: "" } });

// What the API says of itself, by status.
const known: readonly (readonly [number, string, RazeErrorKind, RazeErrorReason])[] = [
  [400, "VALIDATION_ERROR", "validation", "values_refused"],
  [401, "INVALID_API_KEY", "authentication", "api_key_refused"],
  [401, "EXPIRED_API_KEY", "authentication", "api_key_expired"],
  [403, "INSUFFICIENT_PERMISSIONS", "permission", "permission_missing"],
  [404, "NOT_FOUND", "not_found", "contact_not_found"],
  [409, "CONFLICT", "conflict", "collision"],
  [413, "PAYLOAD_TOO_LARGE", "validation", "values_refused"],
  [415, "UNSUPPORTED_MEDIA_TYPE", "validation", "values_refused"],
  [422, "VALIDATION_ERROR", "validation", "values_refused"],
];

const notTheApi = refuses("unexpected_response", "not_the_api");
const statuses = [400, 401, 403, 404, 409, 413, 415, 422] as const;

const withEnvelope = known.map(([status, code, kind, reason]) =>
  always(`${status} ${code}`, coded(status, code), refuses(kind, reason)),
);
const withMessage = known
  .filter(([, code]) => code !== "EXPIRED_API_KEY")
  .map(([status, , kind, reason]) =>
    always(`${status} with a message alone`, answer(status, { success: false, message: "" }), refuses(kind, reason)),
  );
const withoutEnvelope = statuses.flatMap((status): FaultRow[] => [
  always(`${status} with a page`, htmlPage(status), notTheApi),
  always(`${status} without a body`, emptyAnswer(status), notTheApi),
]);

export const refusals: FaultGroup = {
  title: "The server refuses",
  rows: [
    ...withEnvelope,
    ...withMessage,
    always("403 with nothing but error: {}", answer(403, { error: {} }), refuses("permission", "permission_missing")),
  ],
};

export const foreignRefusals: FaultGroup = {
  title: "Somebody else refuses",
  rows: [
    ...withoutEnvelope,
    always("404 with JSON that is no envelope", answer(404, { detail: "Not Found" }), notTheApi),
    always("404 with error as a text", answer(404, { error: "Not Found" }), notTheApi),
    always("404, its JSON cut", done(coded(404, "NOT_FOUND"), truncatedJson()), notTheApi),
    always("404, cut off in its body", done(coded(404, "NOT_FOUND"), connectionReset("within")), notTheApi),
    always("402 with an envelope", coded(402, "PAYMENT_REQUIRED"), notTheApi),
    always("405 with an envelope", coded(405, "METHOD_NOT_ALLOWED"), notTheApi),
    always("418 with an envelope", coded(418, "TEAPOT"), notTheApi),
    always("451 with a page", htmlPage(451), notTheApi),
    always(
      "403 with a page, though it was applied",
      htmlPage(403, "after"),
      { ...notTheApi, applied: true },
      {
        isLie: true,
      },
    ),
    always(
      "400 with an envelope, though it was applied",
      serverError("after", 400),
      refuses("validation", "values_refused", { applied: true }),
      { isLie: true },
    ),
  ],
};
