import { createServer } from "node:net";
import { answerWith, connectionReset, malformedAnswer, wrongLength } from "@raze-contacts/sandbox/faults";
import { fails, succeeds } from "../expectation.ts";
import { always, type FaultGroup, type FaultRow, once } from "../fault-row.ts";
import type { Stage } from "../stage.ts";

const lost = (applied: boolean) => fails("network", "connection_lost", { outcome: "unknown", applied, attempts: 3 });
const lostUnseen = { ...lost(false), arrivals: 0 };
// Only a cause that proves that no connection stood proves that nothing was done.
const unreachable = fails("network", "unreachable", {
  outcome: "not_applied",
  applied: false,
  attempts: 3,
  arrivals: 0,
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new TypeError("a server that listens has a port");
  return address.port;
}

const elsewhere = (title: string, origin: (stage: Stage) => string | Promise<string>, ends: FaultRow["ends"]) => ({
  title,
  strike: async (stage: Stage) => {
    const place = await origin(stage);
    stage.send((url, init) => fetch(url.replace(/^http:\/\/[^/]+/, place), init));
  },
  ends,
});

const throws = (title: string, thrown: (...request: unknown[]) => unknown, ends: FaultRow["ends"]): FaultRow => ({
  title,
  strike: (stage) => stage.send(async (...request) => Promise.reject(thrown(...request))),
  ends,
});

const failedWith = (code: string) => () =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(), { code }) });

const hostileError = (...request: unknown[]) => {
  const text = JSON.stringify(request);
  const cause = Object.assign(new Error(text), { code: "ECONNRESET", request });
  return Object.assign(new TypeError(text, { cause }), { request, config: { headers: request[1] } });
};

export const brokenConnections: FaultGroup = {
  title: "The connection breaks",
  rows: [
    always("reset before it was applied", connectionReset("before"), lost(false)),
    always("reset after it was applied", connectionReset("after"), lost(true)),
    always("reset within the answer", connectionReset("within"), lost(true)),
    once("reset before it was applied", connectionReset("before"), succeeds({ attempts: 2 })),
    once("reset after it was applied", connectionReset("after"), succeeds({ attempts: 2 })),
    once("reset within the answer", connectionReset("within"), succeeds({ attempts: 2 })),
    always("an answer that is no HTTP", malformedAnswer(), lost(true)),
    once("an answer that is no HTTP", malformedAnswer(), succeeds({ attempts: 2 })),
    always("a Content-Length that is too long", wrongLength(10), lost(true)),
    once("a Content-Length that is too long", wrongLength(10), succeeds({ attempts: 2 })),
    always(
      "headers of 40 kB",
      answerWith(() => Response.json({}, { headers: { "X-Long": "x".repeat(40_000) } }), "after"),
      lost(true),
    ),
    elsewhere("nobody listens", async () => `http://127.0.0.1:${await closedPort()}`, unreachable),
    elsewhere("https to a server without it", ({ url }) => new URL(url).origin.replace("http:", "https:"), lostUnseen),
    throws("the name is not found", failedWith("ENOTFOUND"), unreachable),
    throws("the name server does not answer", failedWith("EAI_AGAIN"), unreachable),
    throws("the certificate has expired", failedWith("CERT_HAS_EXPIRED"), unreachable),
    throws("the certificate is self-signed", failedWith("DEPTH_ZERO_SELF_SIGNED_CERT"), unreachable),
    throws("connecting takes too long", failedWith("UND_ERR_CONNECT_TIMEOUT"), unreachable),
    throws("the connection is aborted", failedWith("ECONNABORTED"), lostUnseen),
    throws("fetch fails without a code", () => new TypeError("Failed to fetch"), lostUnseen),
    throws("fetch throws all that it was given", hostileError, lostUnseen),
    throws("fetch throws nothing", () => undefined, lostUnseen),
    throws("fetch throws a text of all that it was given", (...request) => JSON.stringify(request), lostUnseen),
  ],
};
