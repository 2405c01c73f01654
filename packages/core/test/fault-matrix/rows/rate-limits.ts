import { answerWith, type Fault, htmlPage, rateLimited } from "@raze-contacts/sandbox/faults";
import { refuses, succeeds } from "../expectation.ts";
import { always, type FaultGroup, once } from "../fault-row.ts";

// Every refused call counts, so without a word on when to come back there is no second attempt.
const limited = refuses("rate_limited", "rate_limited");
const waited = { ...limited, attempts: 3, tellsWhen: true };
const tooLong = { ...limited, tellsWhen: true };

const clock = Date.parse("2026-11-24T12:00:00Z");
const dateAfter = (seconds: number): string => new Date(clock + seconds * 1000).toUTCString();
const resetAfter = (seconds: number): string => String(clock / 1000 + seconds);

const page = (retryAfter: string): Fault =>
  answerWith(() => new Response("<h1>429</h1>", { status: 429, headers: { "Retry-After": retryAfter } }));

export const rateLimits: FaultGroup = {
  title: "Too many calls",
  rows: [
    always("429 without a wait", rateLimited(), limited),
    always("429 with a page", htmlPage(429), limited),
    always("error.retry_after of 2 seconds", rateLimited({ body: 2 }), waited),
    always("error.retry_after as a text", rateLimited({ body: "2" }), waited),
    always("Retry-After of 2 seconds", rateLimited({ header: "2" }), waited),
    always("Retry-After of 0 seconds", rateLimited({ header: "0" }), waited),
    always("Retry-After as a date", rateLimited({ header: dateAfter(2) }), waited),
    always("X-RateLimit-Reset alone", rateLimited({ reset: resetAfter(2) }), waited),
    always("Retry-After on a page", page("2"), waited),
    always("an absurd body, a good header", rateLimited({ body: -5, header: "2" }), waited),
    always("an absurd header, a good reset", rateLimited({ header: "soon", reset: resetAfter(2) }), waited),
    always("the body before the header", rateLimited({ body: 2, header: "900" }), waited),
    always("error.retry_after of 16 seconds, too long", rateLimited({ body: 16 }), tooLong),
    always("Retry-After of an hour", rateLimited({ header: "3600" }), tooLong),
    always("Retry-After as a date in an hour", rateLimited({ header: dateAfter(3600) }), tooLong),
    always("X-RateLimit-Reset in an hour", rateLimited({ reset: resetAfter(3600) }), tooLong),
    always("Retry-After of -1", rateLimited({ header: "-1" }), limited),
    always("Retry-After of 1.5", rateLimited({ header: "1.5" }), limited),
    always("Retry-After of 32 days", rateLimited({ header: String(32 * 86_400) }), limited),
    always("Retry-After as a date in the past", rateLimited({ header: dateAfter(-60) }), limited),
    always("X-RateLimit-Reset in the past", rateLimited({ reset: resetAfter(-60) }), limited),
    always("error.retry_after as an object", rateLimited({ body: { seconds: 2 } }), limited),
    once("error.retry_after of 2 seconds", rateLimited({ body: 2 }), succeeds({ attempts: 2 })),
    once("Retry-After as a date", rateLimited({ header: dateAfter(2) }), succeeds({ attempts: 2 })),
    once("X-RateLimit-Reset alone", rateLimited({ reset: resetAfter(2) }), succeeds({ attempts: 2 })),
    once("429 without a wait", rateLimited(), limited),
  ],
};
