import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { RazeError } from "../src/index.ts";
import { testClient } from "./support/client.ts";
import { head, serveRaw } from "./support/raw-server.ts";
import { john, refusal, reply, serve, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

const update = { position: "VP of Engineering" };
const json = JSON.stringify(success(john));

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address object
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What an update ends with when the connection fails with this code. */
function failureBy(code: string): Promise<RazeError> {
  const cause = Object.assign(new Error("inner words"), { code });
  const fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
  return errorOf(testClient({ fetch }).client.update(john.id, update));
}

describe("a connection that never stood", () => {
  test("did not apply anything, and is tried again", async () => {
    const { client, events } = testClient({ baseUrl: `http://127.0.0.1:${await closedPort()}` });
    const error = await errorOf(client.update(john.id, update));
    expect(error).toMatchObject({ kind: "network", reason: "unreachable", outcome: "not_applied", attempts: 3 });
    expect(error.cause).toMatchObject({ message: "", code: "ECONNREFUSED" });
    expect(events).toHaveLength(3);
  });

  test.each([
    "ENOTFOUND",
    "EAI_AGAIN",
    "UND_ERR_CONNECT_TIMEOUT",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
  ])("is known by the code %s", async (code) => {
    expect(await failureBy(code)).toMatchObject({ reason: "unreachable", outcome: "not_applied", cause: { code } });
  });

  test.each(["ECONNRESET", "UND_ERR_SOCKET", "NO_CERT_AT_ALL", "ENOTFOUND_AGAIN", "CERT_"])(
    "is not what the code %s stands for",
    async (code) => {
      expect(await failureBy(code)).toMatchObject({ reason: "connection_lost", outcome: "unknown", cause: { code } });
    },
  );
});

describe("the cause of a failed connection", () => {
  const causeOf = async (thrown: unknown) => {
    const { client } = testClient({ fetch: () => Promise.reject(thrown), maxRetries: 0 });
    return (await errorOf(client.get(john.id))).cause;
  };
  const nested = (levels: number, code: string): Error =>
    levels === 0 ? Object.assign(new Error(), { code }) : new Error("", { cause: nested(levels - 1, code) });

  test("is told by name and code", async () => {
    const thrown = Object.assign(new TypeError("inner words"), { code: "ECONNRESET" });
    expect(await causeOf(thrown)).toMatchObject({ name: "TypeError", code: "ECONNRESET", message: "" });
  });

  test("is the outermost code", async () => {
    const cause = Object.assign(new Error(), { code: "EINNER" });
    expect(await causeOf(Object.assign(new Error("", { cause }), { code: "EOUTER" }))).toMatchObject({
      code: "EOUTER",
    });
  });

  test.each([
    [3, "EDEEP"],
    [4, undefined],
  ])("is looked for %d levels deep: %s", async (levels, code) => {
    expect((await causeOf(nested(levels, "EDEEP")))?.code).toBe(code);
  });

  test.each(["words of somebody", "x".repeat(61), "", 5])("is never %j", async (text) => {
    const cause = await causeOf(Object.assign(new Error(), { name: text, code: text }));
    expect([cause?.name, cause?.code]).toEqual(["Error", undefined]);
  });
});

describe("a connection that breaks", () => {
  test("before the answer leaves the change unknown, and is tried again", async () => {
    const { baseUrl, requests } = await serveRaw((socket) => socket.destroy());
    const error = await errorOf(testClient({ baseUrl }).client.update(john.id, update));
    expect(error).toMatchObject({ kind: "network", reason: "connection_lost", outcome: "unknown", attempts: 3 });
    expect(requests()).toBe(3);
  });

  test("never leaves a read unknown", async () => {
    const { baseUrl } = await serveRaw((socket) => socket.destroy());
    expect((await errorOf(testClient({ baseUrl }).client.get(john.id))).outcome).toBe("not_applied");
  });

  test("within an answer of success leaves the change unknown, and is tried again", async () => {
    const { baseUrl, requests } = await serveRaw((socket) => socket.end(`${head(200, "content-length: 500")}{"suc`));
    const error = await errorOf(testClient({ baseUrl }).client.update(john.id, update));
    expect(error).toMatchObject({ kind: "network", reason: "connection_lost", status: 200, outcome: "unknown" });
    expect(requests()).toBe(3);
  });

  test("within an answer of success stood once, whatever its code says", async () => {
    const error = Object.assign(new Error("lost"), { code: "ECONNREFUSED" });
    const body = () => new ReadableStream({ pull: (controller) => controller.error(error) });
    const { client } = testClient({ fetch: async () => new Response(body()) });
    expect(await errorOf(client.update(john.id, update))).toMatchObject({
      reason: "connection_lost",
      outcome: "unknown",
      cause: { code: "ECONNREFUSED" },
    });
  });

  test("within a refusal counts by its status", async () => {
    const { baseUrl, requests } = await serveRaw((socket) => socket.end(`${head(404, "content-length: 500")}{"suc`));
    const error = await errorOf(testClient({ baseUrl }).client.update(john.id, update));
    expect(error).toMatchObject({ reason: "not_the_api", status: 404, outcome: "not_applied", attempts: 1 });
    expect(requests()).toBe(1);
  });

  test("once does no harm", async () => {
    const whole = head(200, `content-length: ${json.length}`) + json;
    const { baseUrl } = await serveRaw((socket, count) => (count === 1 ? socket.destroy() : socket.write(whole)));
    const { contact, attempts } = await testClient({ baseUrl }).client.update(john.id, update);
    expect(contact).toEqual(john);
    expect(attempts).toBe(2);
  });

  test("and then a refusal leave the change unknown: the worst over all attempts", async () => {
    const body = JSON.stringify(refusal("NOT_FOUND"));
    const whole = head(404, `content-length: ${body.length}`) + body;
    const { baseUrl } = await serveRaw((socket, count) => (count === 1 ? socket.destroy() : socket.write(whole)));
    const error = await errorOf(testClient({ baseUrl }).client.update(john.id, update));
    expect(error).toMatchObject({ kind: "not_found", outcome: "unknown", attempts: 2 });
  });
});

describe("a body", () => {
  test("in many small pieces is read whole, characters across pieces included", async () => {
    const bytes = Buffer.from(JSON.stringify(success({ ...john, name: "Zoë 🦜 ".repeat(300) })));
    const { baseUrl } = await serveRaw((socket) => {
      socket.write(head(200, "transfer-encoding: chunked"));
      for (let at = 0; at < bytes.length; at += 7) {
        const piece = bytes.subarray(at, at + 7);
        socket.write(Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]));
      }
      socket.write("0\r\n\r\n");
    });
    expect((await testClient({ baseUrl }).client.get(john.id)).contact.name).toBe("Zoë 🦜 ".repeat(300));
  });

  test("that never ends is cut off at 1 MiB", async () => {
    let sent = 0;
    const { baseUrl } = await serve((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const piece = Buffer.alloc(65_536, " ");
      const more = (): void => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    const { client, events } = testClient({ baseUrl });
    const error = await errorOf(client.update(john.id, update));
    expect(error).toMatchObject({
      kind: "unexpected_response",
      reason: "body_too_large",
      outcome: "unknown",
      attempts: 1,
    });
    expect(error.params).toMatchObject({ limit: 1_048_576 });
    expect(events[0]?.bytes).toBeGreaterThan(1_048_576);
    expect(events[0]?.bytes).toBeLessThan(1_048_576 + 1_048_576);
    expect(sent).toBeLessThan(64 * 1_048_576);
  });

  test("of exactly 1 MiB is read whole", async () => {
    const { baseUrl } = await serve((response) => reply(response, 200, json.padEnd(1_048_576)));
    const { client, events } = testClient({ baseUrl });
    expect((await client.get(john.id)).contact).toEqual(john);
    expect(events[0]?.bytes).toBe(1_048_576);
  });

  test("that is too large under a refusal counts by its status", async () => {
    const { baseUrl } = await serve((response) => reply(response, 404, "x".repeat(1_100_000)));
    expect(await errorOf(testClient({ baseUrl }).client.get(john.id))).toMatchObject({
      status: 404,
      reason: "not_the_api",
    });
  });

  test("with a byte order mark is read", async () => {
    const { baseUrl } = await serve((response) => reply(response, 200, `\ufeff${json}`));
    expect((await testClient({ baseUrl }).client.get(john.id)).contact).toEqual(john);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("by %d is not followed: nothing reaches the other server", async (status) => {
    const other = await serve((response) => reply(response, 200, success(john)));
    const { baseUrl, received } = await serve((response) =>
      reply(response, status, "", { location: `${other.baseUrl}/contacts/${john.id}` }),
    );
    const error = await errorOf(testClient({ baseUrl }).client.update(john.id, update));
    expect(error).toMatchObject({
      kind: "unexpected_response",
      reason: "redirected",
      outcome: "not_applied",
      attempts: 1,
    });
    expect(received).toHaveLength(1);
    expect(other.received).toEqual([]);
  });

  test("that a browser hides is known by its type", async () => {
    const hidden = Object.defineProperties(new Response(), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
    });
    const { client, events } = testClient({ fetch: async () => hidden });
    const error = await errorOf(client.update(john.id, update));
    expect(error).toMatchObject({ reason: "redirected", outcome: "not_applied" });
    // 0 is the browser's word for "hidden", no status of HTTP.
    expect([error.status, events.map(({ status }) => status)]).toEqual([undefined, [undefined]]);
  });
});

test("no connection is left open by an answer that is not read", async () => {
  const { baseUrl, answeredAndOpen } = await serveRaw((socket) => {
    socket.write(`${head(302, "location: /", "content-length: 100000000")}unread`);
  });
  const { client } = testClient({ baseUrl });
  for (let call = 0; call < 5; call += 1) await errorOf(client.get(john.id));
  await expect.poll(answeredAndOpen).toBe(0);
});
