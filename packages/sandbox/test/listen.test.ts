import { once } from "node:events";
import { type ClientRequestArgs, request } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createSandbox, sandboxKey } from "../src/index.ts";
import { type ListeningSandbox, type ListenOptions, listen } from "../src/node.ts";
import { johnId } from "./caller.ts";

const own = { Request, Response };
const open: ListeningSandbox[] = [];
const start = async (sandbox = createSandbox(), options: ListenOptions = {}) => {
  const server = await listen(sandbox, options);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** The status of a request whose Host and Origin the global fetch would not let us choose. */
async function statusOf({ port, key }: ListeningSandbox, headers: Record<string, string>, path = "/contacts") {
  const options: ClientRequestArgs = { host: "127.0.0.1", port, path: `/external/v1${path}`, agent: false };
  const sent = request({ ...options, headers: { "X-API-Key": key, ...headers } }).end();
  const [answer] = await once(sent, "response");
  answer.resume();
  return Number(answer.statusCode);
}

const read = (url: string, key: string) => fetch(`${url}/contacts/${johnId}`, { headers: { "X-API-Key": key } });

test("listens on the loopback address, on a free port, and says where", async () => {
  const { url, port, key } = await start();
  expect(port).toBeGreaterThan(0);
  expect(url).toBe(`http://127.0.0.1:${port}/external/v1`);
  expect((await read(url, key)).status).toBe(200);
});

test("the well-known key is not accepted on a port; a new one is made each time", async () => {
  const sandbox = createSandbox();
  const [one, other] = [await start(sandbox), await start()];
  expect(one.key).toMatch(/^gr_live_[0-9a-f]{32}$/);
  expect(other.key).not.toBe(one.key);
  expect((await read(one.url, sandboxKey)).status).toBe(401);
  expect((await read(one.url, other.key)).status).toBe(401);
  expect((await sandbox.fetch(`${one.url}/contacts`, { headers: { "X-API-Key": one.key } })).status).toBe(200);
});

test("a sandbox's own keys stay as they are", async () => {
  const { url, key } = await start(createSandbox({ keys: { mine: { permissions: ["contacts:write"] } } }));
  expect(key).toBe("mine");
  expect((await read(url, key)).status).toBe(403);
});

test("a wanted key is accepted with every permission, beside the sandbox's own", async () => {
  const sandbox = createSandbox({ keys: { mine: { permissions: ["contacts:read"] } } });
  const { url, key } = await start(sandbox, { key: "wanted" });
  expect(key).toBe("wanted");
  expect((await read(url, "wanted")).status).toBe(200);
  expect((await read(url, "mine")).status).toBe(200);
});

test("two servers may share one sandbox", async () => {
  const sandbox = createSandbox();
  const [one, other] = [await start(sandbox), await start(sandbox)];
  expect(other.key).toBe(one.key);
  expect((await read(other.url, one.key)).status).toBe(200);
});

test("answers to its own address alone, so that no name can be bound to it", async () => {
  const sandbox = createSandbox();
  const server = await start(sandbox);
  expect(await statusOf(server, { Host: `127.0.0.1:${server.port}` })).toBe(200);
  for (const host of [
    "evil.example",
    `evil.example:${server.port}`,
    "127.0.0.1",
    `127.0.0.1:${server.port + 1}`,
    `127.0.0.1:${server.port}.evil.example`,
    `localhost:${server.port}`,
    `evil.example@127.0.0.1:${server.port}`,
  ]) {
    const status = await statusOf(server, { Host: host });
    expect([host, status === 403 || status === 400]).toEqual([host, true]);
  }
  expect(sandbox.received).toHaveLength(1);
});

test("does not answer to web pages, nor to their preflights", async () => {
  const sandbox = createSandbox();
  const server = await start(sandbox);
  const own = `http://127.0.0.1:${server.port}`;
  expect(await statusOf(server, { Origin: own })).toBe(200);
  for (const origin of ["https://evil.example", "null", "", "http://127.0.0.1", "http://127.0.0.1:1", `${own}.evil`]) {
    expect([origin, await statusOf(server, { Origin: origin })]).toEqual([origin, 403]);
  }
  const preflight = await fetch(`${server.url}/contacts`, {
    method: "OPTIONS",
    headers: { Origin: "https://a.example" },
  });
  expect(preflight.status).toBe(403);
  expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  expect(await preflight.json()).toMatchObject({ success: false, error: { code: "FORBIDDEN_ORIGIN" } });
  expect(sandbox.received).toHaveLength(1);
});

test("takes a large body whole, refuses a larger one, and goes on", async () => {
  const { url, key } = await start();
  const send = (size: number) =>
    fetch(`${url}/contacts/${johnId}`, {
      method: "PUT",
      headers: { "X-API-Key": key, "Content-Type": "application/json" },
      body: JSON.stringify({ company: "x".repeat(size) }),
    });
  expect((await send(1_000_000)).status).toBe(200);
  expect((await send(2_000_000)).status).toBe(413);
  expect((await read(url, key)).status).toBe(200);
});

test("a percent-encoded id and exact text arrive unchanged", async () => {
  const sandbox = createSandbox();
  const { url, key } = await start(sandbox);
  const body = '{ "position":"\\u00e9 é" }';
  await fetch(`${url}/contacts/a%2Fb?x=%20`, { method: "PUT", headers: { "X-API-Key": key }, body });
  expect(sandbox.received[0]).toMatchObject({ path: "/external/v1/contacts/a%2Fb?x=%20", body });
});

test("a port that is taken is said in one sentence", async () => {
  const { port } = await start();
  await expect(listen(createSandbox(), { port })).rejects.toThrow(
    `Port ${port} is taken: choose another, or none to get a free one.`,
  );
});

test("a sandbox that could not listen keeps its key", async () => {
  const { port } = await start();
  const sandbox = createSandbox();
  await expect(listen(sandbox, { port })).rejects.toThrow("is taken");
  expect([...sandbox.keys.keys()]).toEqual([sandboxKey]);
});

test("close ends open connections and frees the port", async () => {
  const server = await listen(createSandbox());
  const socket = connect(server.port, "127.0.0.1").on("error", () => {});
  // With half a body, the connection is not one of those that a server closes by itself.
  const host = `127.0.0.1:${server.port}`;
  socket.write(`PUT / HTTP/1.1\r\nHost: ${host}\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n{`);
  await once(socket, "data");
  const ended = once(socket, "close");
  await Promise.all([server.close(), server.close()]);
  await ended;
  await expect(read(server.url, server.key)).rejects.toThrow();
  expect((await start(createSandbox(), { port: server.port })).port).toBe(server.port);
});

test("leaves the runtime's own Request and Response as they are", async () => {
  await start();
  expect(globalThis.Request).toBe(own.Request);
  expect(globalThis.Response).toBe(own.Response);
});
