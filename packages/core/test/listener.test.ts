import { expect, onTestFinished, test } from "vitest";
import { testClient } from "./support/client.ts";
import { john, refusal, reply, serve, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

test("hears of each attempt: what was called, how it ended, and no value", async () => {
  const body = JSON.stringify(success(john));
  const { baseUrl } = await serve((response, _, count) =>
    count === 1 ? reply(response, 503, refusal("MAINTENANCE")) : reply(response, 200, body),
  );
  const { client, events } = testClient({ baseUrl });
  await client.update(john.id, { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] });
  const about = { method: "PUT", path: "/contacts/:id", fields: ["position", "tags"], contentType: "application/json" };
  expect(events).toEqual([
    {
      ...about,
      attempt: 1,
      milliseconds: 0,
      status: 503,
      bytes: JSON.stringify(refusal("MAINTENANCE")).length,
      reason: "server_unavailable",
      code: "MAINTENANCE",
    },
    { ...about, attempt: 2, milliseconds: 0, status: 200, bytes: body.length, reason: undefined, code: undefined },
  ]);
});

test("hears of an attempt without an answer", async () => {
  const { client, events } = testClient({ fetch: () => Promise.reject(new TypeError("fetch failed")), maxRetries: 0 });
  await errorOf(client.list());
  expect(events).toEqual([
    { method: "GET", path: "/contacts", fields: [], attempt: 1, milliseconds: 0, bytes: 0, reason: "connection_lost" },
  ]);
});

test("hears of an attempt that was cut short", async () => {
  const { client, events, expire } = testClient({ fetch: () => new Promise(() => {}) });
  const error = errorOf(client.get(john.id));
  await Promise.resolve();
  expire();
  await error;
  expect(events).toEqual([
    { method: "GET", path: "/contacts/:id", fields: [], attempt: 1, milliseconds: 0, bytes: 0, reason: "timed_out" },
  ]);
});

test("hears of an answer without a media type", async () => {
  const { client, events } = testClient({ fetch: async () => new Response(new Blob(["{}"]).stream()) });
  await errorOf(client.get(john.id));
  expect(events).toMatchObject([{ status: 200, contentType: undefined, bytes: 2, reason: "contact_unreadable" }]);
});

test("tells the time of an attempt, never a negative one", async () => {
  const test = testClient({
    fetch: async () => {
      test.advance(test.events.length === 0 ? 42 : -42); // a clock can be set back
      return Response.json(success(john));
    },
  });
  await test.client.get(john.id);
  await test.client.get(john.id);
  expect(test.events.map(({ milliseconds }) => milliseconds)).toEqual([42, 0]);
});

test("cannot make a call fail", async () => {
  const onAttempt = () => {
    throw new Error("a log that is full");
  };
  const { client } = testClient({ fetch: async () => Response.json(success(john)), onAttempt });
  expect((await client.get(john.id)).contact).toEqual(john);
});

test("cannot make a program fail by a promise that nobody waits for", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  const onAttempt = async () => {
    throw new Error("a log that is full");
  };
  const { client } = testClient({ fetch: async () => Response.json(success(john)), onAttempt });
  expect((await client.get(john.id)).contact).toEqual(john);
  await new Promise((resolve) => setImmediate(resolve)); // by then, Node has told of it
  expect(unhandled).toEqual([]);
});
