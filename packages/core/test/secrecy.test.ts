import { describe, expect, test } from "vitest";
import { createContactsClient } from "../src/index.ts";
import { key, testClient } from "./support/client.ts";
import { everythingOf } from "./support/everything-of.ts";
import { john, reply, serve, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

// Each stands for data of the caller: none may be reachable from an error or an event.
const canaries = {
  id: "cnt_canary_id",
  name: "Canary Name",
  email: "canary@private.example",
  tags: ["canary-tag"],
  custom_fields: { note: "canary-custom-value" },
};
const secrets = [key, canaries.id, canaries.name, canaries.email, "canary-tag", "canary-custom-value"];

const expectNothingIn = (value: unknown): void => {
  const text = everythingOf(value);
  for (const secret of secrets) expect(text).not.toContain(secret);
};

/** Says back all that it was sent, wherever an answer has room for words. */
const echo = (body: string) => {
  const { id, ...update } = canaries;
  const words = `${key} and ${key}`;
  return {
    success: false,
    message: words,
    error: {
      code: `CODE_${key}`,
      message: `${words} ${body}`,
      retry_after: key,
      required_permission: `contacts:${key}`,
      current_permissions: [key],
      details: { fields: { [`field.${key}`]: words, email: [words], name: { nested: words } } },
      received: { id, update, headers: { "x-api-key": key } },
    },
  };
};

test.each([200, 302, 400, 401, 403, 404, 408, 409, 418, 422, 429, 500, 503])(
  "a server that echoes everything under %d puts nothing into error or event",
  async (status) => {
    const { baseUrl } = await serve((response, { body }) =>
      reply(response, status, echo(body), {
        "content-type": `application/json; key=${key}`,
        "retry-after": key,
        "x-ratelimit-limit": key,
        location: `/${key}`,
      }),
    );
    const { id, ...update } = canaries;
    const { client, events } = testClient({ baseUrl, maxRetries: 1 });
    const error = await errorOf(client.update(id, update));
    // The server's own words are kept for fields, with the key cut out; what else they repeat is theirs to answer for.
    const { fieldErrors, ...rest } = Object.assign({ message: error.message, stack: error.stack }, error);
    expectNothingIn(rest);
    expect(everythingOf(fieldErrors)).not.toContain(key);
    expectNothingIn(events);
    expectNothingIn({ message: error.message, stack: error.stack, cause: error.cause });
  },
);

test.each(["", "<html>", "x".repeat(1_100_000)])(
  "a 200 with a body that cannot be used is not quoted",
  async (start) => {
    const { baseUrl } = await serve((response) => reply(response, 200, `${start}${key}${canaries.email}`));
    const { client, events } = testClient({ baseUrl });
    expectNothingIn(await errorOf(client.get(canaries.id)));
    expectNothingIn(events);
  },
);

test("a key at the end of what is kept of the server's words does not stay there in part", async () => {
  const words = "x".repeat(500 - key.length / 2) + key;
  const { baseUrl } = await serve((response) => reply(response, 400, { success: false, message: words }));
  const [fieldError] = (await errorOf(testClient({ baseUrl }).client.get(john.id))).fieldErrors;
  expect(fieldError?.message).not.toContain(key.slice(0, 8));
});

test("a key with dots in it does not stay in the steps of a refused field's path", async () => {
  const apiKey = "header.payload.signature";
  const error = { code: "VALIDATION_ERROR", details: { fields: { [`custom_fields.${apiKey}`]: "Not known." } } };
  const { client } = testClient({
    apiKey,
    fetch: async () => Response.json({ success: false, error }, { status: 400 }),
  });
  const { fieldErrors } = await errorOf(client.update("cnt_1", { name: "John" }));
  expect(fieldErrors).toMatchObject([{ path: ["custom_fields", "…"], message: "Not known." }]);
});

test("taking the key out of the server's words does not put another together", async () => {
  const words = key.slice(0, 5) + key + key.slice(5);
  const { baseUrl } = await serve((response) => reply(response, 400, { success: false, message: words }));
  const [fieldError] = (await errorOf(testClient({ baseUrl }).client.get(john.id))).fieldErrors;
  expect(fieldError?.message).toBe(`${key.slice(0, 5)}…${key.slice(5)}`);
});

describe("a fetch that throws all that it was given", () => {
  const hostile = (request: unknown, init: unknown): Error =>
    Object.assign(new Error(JSON.stringify([request, init])), {
      name: key,
      code: `E_${key}`,
      request,
      init,
      cause: Object.assign(new Error(key), { headers: { "x-api-key": key }, cause: key }),
    });

  test.each([
    ["an error", hostile],
    ["a text", (...request: unknown[]) => JSON.stringify(request)],
    ["nothing", () => undefined],
    [
      "a cycle",
      (...request: unknown[]) =>
        Object.assign(hostile(request, undefined), {
          code: 5,
          get cause() {
            return this;
          },
        }),
    ],
  ])("as %s leaves name and code, without the key", async (_, thrown) => {
    const fetch: typeof globalThis.fetch = (...request) => Promise.reject(thrown(request[0], request[1]));
    const { client, events } = testClient({ fetch });
    const { id, ...update } = canaries;
    const error = await errorOf(client.update(id, update));
    expect(error).toMatchObject({ kind: "network", outcome: "unknown", cause: { message: "" } });
    expectNothingIn([error, error.message, error.stack, error.cause, error.cause?.stack]);
    expectNothingIn(events);
  });
});

test("a key function's error is not passed on", async () => {
  const apiKey = () => Promise.reject(new Error(`cannot read ${key}`));
  expectNothingIn(await errorOf(testClient({ apiKey }).client.get(canaries.id)));
});

test("what is refused before it is sent is not quoted", async () => {
  const { client } = testClient({});
  const wrong = {
    email: key,
    linkedin_url: "canary-custom-value",
    [key]: "Canary Name",
    custom_fields: { [key]: Number.NaN },
  };
  expectNothingIn(await errorOf(client.update(canaries.id, wrong)));
  expectNothingIn(await errorOf(client.update(`${canaries.id}/${key}`, {})));
});

test("nothing is reachable from a client", () => {
  const client = createContactsClient({ apiKey: key });
  expectNothingIn(client);
});

test("a result holds the answer and nothing of the request", async () => {
  const { baseUrl } = await serve((response) => reply(response, 200, success({ ...john, id: "cnt_1" })));
  const result = await testClient({ baseUrl }).client.get("cnt_1");
  expect(everythingOf(result)).not.toContain(key);
});
