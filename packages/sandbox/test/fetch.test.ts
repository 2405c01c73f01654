import { expect, test } from "vitest";
import { createSandbox, sandboxKey } from "../src/index.ts";
import { call, johnId } from "./caller.ts";

const address = `http://sandbox.example/external/v1/contacts/${johnId}`;
const headers = { "X-API-Key": sandboxKey };

test("takes what the global fetch takes", async () => {
  const { fetch } = createSandbox();
  expect((await fetch(address, { headers })).status).toBe(200);
  expect((await fetch(new URL(address), { headers })).status).toBe(200);
  expect((await fetch(new Request(address, { headers }))).status).toBe(200);
  expect((await fetch(new Request(address), { headers })).status).toBe(200);
});

test("an aborted signal ends the call before it is received", async () => {
  const sandbox = createSandbox();
  await expect(sandbox.fetch(address, { headers, signal: AbortSignal.abort() })).rejects.toThrow("aborted");
  expect(sandbox.received).toEqual([]);
});

test("keeps requests as they came: path, header names, exact text", async () => {
  const sandbox = createSandbox();
  const body = '{ "position" : "Ça\\u00e7 é" ,\n"tags":[] }';
  await sandbox.fetch("http://sandbox.example/external/v1/contacts/a%2Fb%20c?x=1&y=%C3%A9", {
    method: "PUT",
    headers: { ...headers, "Content-Type": "application/json; charset=utf-8", "User-Agent": "test" },
    body,
  });
  expect(sandbox.received).toEqual([
    {
      method: "PUT",
      path: "/external/v1/contacts/a%2Fb%20c?x=1&y=%C3%A9",
      headers: {
        "x-api-key": sandboxKey,
        "content-type": "application/json; charset=utf-8",
        "user-agent": "test",
      },
      body,
    },
  ]);
});

test("keeps the last thousand requests, and refused ones too", async () => {
  const sandbox = createSandbox({ rateLimit: { limit: 1 } });
  for (let page = 1; page <= 1001; page += 1) await call(sandbox, `/contacts?page=${page}`);
  expect(sandbox.received).toHaveLength(1000);
  expect(sandbox.received[0]?.path).toBe("/external/v1/contacts?page=2");
  sandbox.received.length = 0;
  await call(sandbox, "/nowhere");
  expect(sandbox.received).toHaveLength(1);
});
