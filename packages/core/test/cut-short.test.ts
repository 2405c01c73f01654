import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { testClient } from "./support/client.ts";
import { head, serveRaw } from "./support/raw-server.ts";
import { john, refusal, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

const update = { position: "VP of Engineering" };
const json = JSON.stringify(success(john));
const never = new Promise<never>(() => {});

/** A place in a call where it can be cut short: `reached` says when the call is there. */
type Phase = {
  readonly name: string;
  readonly outcome: "not_applied" | "unknown";
  readonly attempts: number;
  readonly start: () => Promise<ReturnType<typeof testClient> & { readonly reached: Promise<void> }>;
};

function signpost() {
  let arrive = (): void => {};
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return { reached, arrive: () => arrive() };
}

const phases: Phase[] = [
  {
    name: "the key",
    outcome: "not_applied",
    attempts: 0,
    async start() {
      const { reached, arrive } = signpost();
      const apiKey = (): Promise<string> => {
        arrive();
        return never;
      };
      return { ...testClient({ apiKey }), reached };
    },
  },
  {
    name: "a fetch that does not listen to its signal",
    outcome: "unknown",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const fetch = (): Promise<Response> => {
        arrive();
        return never;
      };
      return { ...testClient({ fetch }), reached };
    },
  },
  {
    name: "the headers",
    outcome: "unknown",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const { baseUrl } = await serveRaw(arrive);
      return { ...testClient({ baseUrl }), reached };
    },
  },
  {
    name: "the body of a success",
    outcome: "unknown",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const { baseUrl } = await serveRaw((socket) => socket.write(`${head(200, "content-length: 999")}{"suc`));
      const slowly: typeof fetch = async (...request) => {
        const response = await fetch(...request);
        setImmediate(arrive);
        return response;
      };
      return { ...testClient({ baseUrl, fetch: slowly }), reached };
    },
  },
  {
    name: "the body of a refusal",
    outcome: "not_applied",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const { baseUrl } = await serveRaw((socket) => socket.write(`${head(404, "content-length: 999")}{"suc`));
      const slowly: typeof fetch = async (...request) => {
        const response = await fetch(...request);
        setImmediate(arrive);
        return response;
      };
      return { ...testClient({ baseUrl, fetch: slowly }), reached };
    },
  },
  {
    name: "a body that does not listen to its signal",
    outcome: "unknown",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const pull = (): Promise<never> => {
        arrive();
        return never;
      };
      const fetch = async () => new Response(new ReadableStream({ pull }));
      return { ...testClient({ fetch }), reached };
    },
  },
  {
    name: "the wait after a failure of the server",
    outcome: "unknown",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const fetch = async () => new Response("", { status: 503 });
      const client = testClient({ fetch, onAttempt: () => setImmediate(arrive) });
      client.holdWaits();
      return { ...client, reached };
    },
  },
  {
    name: "the wait after too many calls",
    outcome: "not_applied",
    attempts: 1,
    async start() {
      const { reached, arrive } = signpost();
      const fetch = async () => Response.json(refusal("X", { retry_after: 5 }), { status: 429 });
      const client = testClient({ fetch, onAttempt: () => setImmediate(arrive) });
      client.holdWaits();
      return { ...client, reached };
    },
  },
];

describe.each(phases)("during $name", ({ start, outcome, attempts }) => {
  test("an abort ends the call", async () => {
    const { client, reached, pending } = await start();
    const controller = new AbortController();
    const error = errorOf(client.update(john.id, update, { signal: controller.signal }));
    await reached;
    controller.abort(new Error("a reason that is the caller's own"));
    expect(await error).toMatchObject({ kind: "aborted", reason: "aborted", outcome, attempts });
    expect((await error).cause).toBeUndefined();
    expect(pending()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test("the end of the time ends the call", async () => {
    const { client, reached, pending, expire } = await start();
    const error = errorOf(client.update(john.id, update, { timeoutMs: 12_345 }));
    await reached;
    expire();
    expect(await error).toMatchObject({ kind: "timeout", params: { milliseconds: 12_345 }, outcome, attempts });
    expect(pending()).toBe(0);
  });

  test("a read that is cut short never leaves anything unknown", async () => {
    const { client, reached, expire } = await start();
    const error = errorOf(client.get(john.id));
    await reached;
    expire();
    expect((await error).outcome).toBe("not_applied");
  });
});

test("a signal that is already aborted sends nothing and asks for no key", async () => {
  const asked: string[] = [];
  const apiKey = () => {
    asked.push("key");
    return "gr_live_x";
  };
  const fetch = async () => {
    asked.push("fetch");
    return Response.json(success(john));
  };
  const { client, pending, events } = testClient({ apiKey, fetch });
  const error = await errorOf(client.update(john.id, update, { signal: AbortSignal.abort() }));
  expect(error).toMatchObject({ kind: "aborted", outcome: "not_applied", attempts: 0 });
  expect([asked, events, pending()]).toEqual([[], [], 0]);
});

test("an abort by the key function itself sends nothing", async () => {
  const controller = new AbortController();
  const apiKey = () => {
    controller.abort();
    return "gr_live_x";
  };
  const { client, events } = testClient({ apiKey, fetch: async () => Response.json(success(john)) });
  const error = await errorOf(client.update(john.id, update, { signal: controller.signal }));
  expect(error).toMatchObject({ kind: "aborted", outcome: "not_applied", attempts: 0 });
  expect(events).toEqual([]);
});

test("an abort reaches the server: its connection closes", async () => {
  const { reached, arrive } = signpost();
  const { baseUrl, answeredAndOpen } = await serveRaw(arrive);
  const controller = new AbortController();
  const error = errorOf(testClient({ baseUrl }).client.update(john.id, update, { signal: controller.signal }));
  await reached;
  controller.abort();
  await error;
  await expect.poll(answeredAndOpen).toBe(0);
});

test("a body that is left lets go of its source", async () => {
  const { reached, arrive } = signpost();
  let cancelled = false;
  const body = new ReadableStream({
    pull() {
      arrive();
      return never;
    },
    cancel() {
      cancelled = true;
    },
  });
  const { client, expire } = testClient({ fetch: async () => new Response(body) });
  const error = errorOf(client.get(john.id));
  await reached;
  expire();
  await error;
  expect(cancelled).toBe(true);
});

test("a fetch that fails after the call was cut short goes unnoticed", async () => {
  let fail: (error: Error) => void = () => {};
  const fetch = () =>
    new Promise<Response>((_, reject) => {
      fail = reject;
    });
  const { client, expire } = testClient({ fetch });
  const error = errorOf(client.get(john.id));
  await Promise.resolve();
  expire();
  expect((await error).kind).toBe("timeout");
  fail(new Error("late"));
  await new Promise(setImmediate); // an unhandled rejection would fail the run here
});

test("a signal that is used for many calls keeps no listener of theirs", async () => {
  const { baseUrl } = await serveRaw((socket) => socket.write(head(200, `content-length: ${json.length}`) + json));
  const controller = new AbortController();
  const { client, pending } = testClient({ baseUrl });
  for (let call = 0; call < 50; call += 1) await client.get(john.id, { signal: controller.signal });
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  expect(pending()).toBe(0);
});
