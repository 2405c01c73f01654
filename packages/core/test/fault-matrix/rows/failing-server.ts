import {
  answerWith,
  connectionReset,
  emptyAnswer,
  type Fault,
  htmlPage,
  serverError,
} from "@raze-contacts/sandbox/faults";
import { fails, succeeds } from "../expectation.ts";
import { always, done, type FaultGroup, once } from "../fault-row.ts";

// After a 5xx or a 408 nobody knows what was done; only where waiting helps is it done again.
const failed = (applied: boolean) => fails("server", "server_failed", { outcome: "unknown", applied });
const unavailable = (applied: boolean, attempts = 3) =>
  fails("server", "server_unavailable", { outcome: "unknown", applied, attempts });

const maintenance = (retryAfter: string): Fault =>
  answerWith(() => new Response(null, { status: 503, headers: { "Retry-After": retryAfter } }));

const endless = (status: number): Fault =>
  answerWith(() => {
    const piece = new Uint8Array(262_144).fill(0x20);
    const body = new ReadableStream({
      pull: async (controller) => {
        await new Promise(setImmediate);
        controller.enqueue(piece);
      },
    });
    return new Response(body, { status });
  });

export const failingServer: FaultGroup = {
  title: "The server fails",
  rows: [
    always("500, not applied", serverError("before"), failed(false)),
    always("500, applied", serverError("after"), failed(true)),
    always("501, not applied", serverError("before", 501), failed(false)),
    always("507, applied", serverError("after", 507), failed(true)),
    always("599, applied", serverError("after", 599), failed(true)),
    always("502, not applied", serverError("before", 502), unavailable(false)),
    always("502, applied", serverError("after", 502), unavailable(true)),
    always("503, not applied", serverError("before", 503), unavailable(false)),
    always("503, applied", serverError("after", 503), unavailable(true)),
    always("504, not applied", serverError("before", 504), unavailable(false)),
    always("504, applied", serverError("after", 504), unavailable(true)),
    always("408, not applied", serverError("before", 408), unavailable(false)),
    always("408, applied", serverError("after", 408), unavailable(true)),
    once("502, not applied", serverError("before", 502), succeeds({ attempts: 2 })),
    once("503, not applied", serverError("before", 503), succeeds({ attempts: 2 })),
    once("503, applied", serverError("after", 503), succeeds({ attempts: 2 })),
    once("504, applied", serverError("after", 504), succeeds({ attempts: 2 })),
    once("408, applied", serverError("after", 408), succeeds({ attempts: 2 })),
    always("500 with a page", htmlPage(500), failed(false)),
    always("500 with a page, applied", htmlPage(500, "after"), failed(true)),
    always("502 with a page", htmlPage(502), unavailable(false)),
    always("503 with a page, applied", htmlPage(503, "after"), unavailable(true)),
    always("504 with a page, applied", htmlPage(504, "after"), unavailable(true)),
    always("408 with a page", htmlPage(408), unavailable(false)),
    always("500 without a body", emptyAnswer(500), failed(false)),
    always("502 without a body", emptyAnswer(502), unavailable(false)),
    always("503 without a body, applied", emptyAnswer(503, "after"), unavailable(true)),
    always("504 without a body", emptyAnswer(504), unavailable(false)),
    always("408 without a body", emptyAnswer(408), unavailable(false)),
    always("500, cut off in its body", done(serverError("before"), connectionReset("within")), failed(false)),
    always("500, applied, cut off", done(serverError("after"), connectionReset("within")), failed(true)),
    always("503, cut off in its body", done(serverError("before", 503), connectionReset("within")), unavailable(false)),
    always("500 with an endless body", endless(500), failed(false)),
    always("503 with an endless body", endless(503), unavailable(false)),
    always("503 that asks for 2 seconds", maintenance("2"), { ...unavailable(false), tellsWhen: true }),
    always("503 that asks for 16 seconds, too long", maintenance("16"), { ...unavailable(false, 1), tellsWhen: true }),
    always("503 that asks for 32 days, no sense", maintenance("2764800"), unavailable(false)),
    once("503 that asks for 2 seconds", maintenance("2"), succeeds({ attempts: 2 })),
  ],
};
