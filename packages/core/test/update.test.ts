import { expect, test } from "vitest";
import { key, testClient } from "./support/client.ts";
import { john, reply, serve, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

test("sends the documented request and reads the documented answer", async () => {
  const { baseUrl, received } = await serve((response) =>
    reply(response, 200, success(john), {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "999",
      "x-ratelimit-reset": "1790000000",
    }),
  );
  const { client } = testClient({ baseUrl });
  const update = { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] };
  expect(await client.update("cnt_abc123def456", update)).toEqual({
    contact: john,
    unapplied: [],
    drift: [],
    rateLimit: { limit: 1000, remaining: 999, resetAt: new Date(1_790_000_000_000) },
    attempts: 1,
  });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({
    method: "PUT",
    url: "/external/v1/contacts/cnt_abc123def456",
    headers: { "x-api-key": key, "content-type": "application/json", accept: "application/json" },
    body: '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}',
  });
});

test("leaves out fields that are undefined", async () => {
  const { baseUrl, received } = await serve((response) => reply(response, 200, success(john)));
  const { client, events } = testClient({ baseUrl });
  await client.update(john.id, { position: "VP of Engineering", name: undefined });
  expect(received[0]?.body).toBe('{"position":"VP of Engineering"}');
  expect(events[0]?.fields).toEqual(["position"]);
});

test("names the fields that the server did not take", async () => {
  const { baseUrl } = await serve((response) => reply(response, 200, success({ ...john, position: "CEO" })));
  const { unapplied } = await testClient({ baseUrl }).client.update(john.id, { position: "CTO" });
  expect(unapplied).toEqual([{ field: "position", sent: "CTO", returned: "CEO" }]);
});

test("compares with what was sent, whatever becomes of the caller's object meanwhile", async () => {
  const { baseUrl, received } = await serve((response) => {
    reply(response, 200, success({ ...john, ...JSON.parse(received.at(-1)?.body ?? "") }));
  });
  const update = { custom_fields: { round: 1, visits: ["Lisbon"] } };
  const first = testClient({ baseUrl }).client.update(john.id, update);
  update.custom_fields.round = 2;
  update.custom_fields.visits.push("Porto");
  expect((await first).unapplied).toEqual([]);
  expect(received.map(({ body }) => body)).toEqual(['{"custom_fields":{"round":1,"visits":["Lisbon"]}}']);
});

test("does not count a sent field as applied when it comes back unreadable", async () => {
  const { baseUrl } = await serve((response) => reply(response, 200, success({ ...john, tags: [{}] })));
  const result = await testClient({ baseUrl }).client.update(john.id, { tags: [] });
  expect(result.drift).toEqual(["tags"]);
  expect(result.unapplied).toEqual([{ field: "tags", sent: [], returned: undefined }]);
});

test("encodes an id, and takes it back in another case", async () => {
  const { baseUrl, received } = await serve((response) => reply(response, 200, success({ ...john, id: "A?B#C%É" })));
  await testClient({ baseUrl }).client.get("a?b#c%é");
  expect(received[0]?.url).toBe("/external/v1/contacts/a%3Fb%23c%25%C3%A9");
});

test("a read has no body, and says of none what it is", async () => {
  const { baseUrl, received } = await serve((response) => reply(response, 200, success(john)));
  await testClient({ baseUrl }).client.get(john.id);
  expect(received[0]).toMatchObject({ method: "GET", body: "" });
  expect(received[0]?.headers["content-type"]).toBeUndefined();
});

test.each(["", " ", ".", "..", "a/b", "a\\b", "a\nb", "\ud800", undefined, null, 5])(
  "sends nothing for the id %j",
  async (id) => {
    const { baseUrl, received } = await serve((response) => reply(response, 200, success(john)));
    const { client, pending } = testClient({ baseUrl });
    for (const call of [client.get(id as string), client.update(id as string, { name: "J" })]) {
      expect(await errorOf(call)).toMatchObject({
        kind: "invalid_request",
        reason: "contact_id_invalid",
        outcome: "not_applied",
        attempts: 0,
        fieldErrors: [{ path: [], source: "client" }],
      });
    }
    expect(received).toEqual([]);
    expect(pending()).toBe(0);
  },
);

test("sends nothing of an invalid update and names each fault", async () => {
  const { baseUrl, received } = await serve((response) => reply(response, 200, success(john)));
  const update = { email: "nobody", tags: ["ok", " "], custom_fields: { deep: [Number.NaN] } };
  const error = await errorOf(testClient({ baseUrl }).client.update(john.id, update));
  expect(error).toMatchObject({ kind: "invalid_request", reason: "update_invalid", attempts: 0 });
  expect(error.fieldErrors.map(({ path, code }) => [path.join("."), code])).toEqual([
    ["email", "email_at"],
    ["tags.1", "tag_blank"],
    ["custom_fields.deep.0", "json_number"],
  ]);
  expect(received).toEqual([]);
});

test("asks a key function once a call, whatever the number of attempts", async () => {
  const { baseUrl, received } = await serve((response, _, count) =>
    reply(response, count === 1 ? 503 : 200, success(john)),
  );
  let asked = 0;
  const apiKey = async () => `key-${++asked}`;
  const { client } = testClient({ baseUrl, apiKey });
  await client.get(john.id);
  await client.get(john.id);
  expect(received.map(({ headers }) => headers["x-api-key"])).toEqual(["key-1", "key-1", "key-2"]);
});

test.each([
  ["throws", () => Promise.reject(new Error("keyring locked"))],
  [
    "throws at once",
    (): string => {
      throw new Error("keyring locked");
    },
  ],
  ["gives nothing", () => undefined as unknown as string],
  ["gives blank text", () => " "],
  ["gives a line break", () => "gr_live\nx"],
])("a key function that %s is a failed authentication, and nothing is sent", async (_, apiKey) => {
  const { baseUrl, received } = await serve((response) => reply(response, 200, success(john)));
  const error = await errorOf(testClient({ baseUrl, apiKey }).client.update(john.id, { name: "J" }));
  expect(error).toMatchObject({
    kind: "authentication",
    reason: "api_key_unavailable",
    outcome: "not_applied",
    attempts: 0,
  });
  expect(error.cause).toBeUndefined();
  expect(received).toEqual([]);
});

test("takes the global fetch of the moment of the call", async () => {
  const { client } = testClient({ baseUrl: "https://api.example" });
  const before = globalThis.fetch;
  globalThis.fetch = async () => Response.json(success(john));
  try {
    expect((await client.get(john.id)).contact).toEqual(john);
  } finally {
    globalThis.fetch = before;
  }
});

test("reads past every cache", async () => {
  const seen: (RequestInit | undefined)[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    seen.push(init);
    return Response.json(success(john));
  };
  await testClient({ fetch }).client.get(john.id);
  expect(seen[0]).toMatchObject({ method: "GET", cache: "no-store", redirect: "manual" });
});
