import { expect, test } from "vitest";
import { createSandbox, type Permission, sandboxKey } from "../src/index.ts";
import { call, johnId } from "./caller.ts";

const keyWith = (...permissions: Permission[]) => createSandbox({ keys: { key: { permissions } } });
const body = '{"position":"VP"}';

test.each([
  ["no key", null, "MISSING_API_KEY"],
  ["an empty key", "", "MISSING_API_KEY"],
  ["an unknown key", "gr_live_unknown", "INVALID_API_KEY"],
  ["a key named like a part of every object", "constructor", "INVALID_API_KEY"],
  ["the known key in capitals", sandboxKey.toUpperCase(), "INVALID_API_KEY"],
])("%s: 401", async (_, key, code) => {
  const sandbox = createSandbox();
  for (const [path, call_] of [
    ["/contacts", {}],
    [`/contacts/${johnId}`, {}],
    [`/contacts/${johnId}`, { method: "PUT", body }],
    ["/contacts/cnt_unknown", {}],
  ] as const) {
    const answer = await call(sandbox, path, { ...call_, key });
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ success: false, error: { code, message: expect.any(String) } });
  }
});

test("an expired key: 401", async () => {
  const sandbox = createSandbox({ keys: { old: { permissions: ["contacts:read"], expired: true } } });
  const answer = await call(sandbox, "/contacts", { key: "old" });
  expect(answer.status).toBe(401);
  expect(answer.body).toMatchObject({ error: { code: "EXPIRED_API_KEY" } });
});

test("the default key is not known where others are given", async () => {
  expect((await call(keyWith("contacts:read"), "/contacts")).status).toBe(401);
});

test("a key can be taken away while the sandbox runs", async () => {
  const sandbox = createSandbox();
  sandbox.keys.delete(sandboxKey);
  expect((await call(sandbox, "/contacts")).body).toMatchObject({ error: { code: "INVALID_API_KEY" } });
});

test.each([
  ["GET", "/contacts", "contacts:read"],
  ["GET", `/contacts/${johnId}`, "contacts:read"],
  ["PUT", `/contacts/${johnId}`, "contacts:write"],
  ["PUT", "/contacts/cnt_unknown", "contacts:write"],
] as const)("%s %s asks for %s and names it when it is missing", async (method, path, permission) => {
  const others = (["contacts:read", "contacts:write", "contacts:delete"] as const).filter((one) => one !== permission);
  const asked = { method, key: "key", ...(method === "PUT" ? { body } : {}) };
  const answer = await call(keyWith(...others), path, asked);
  expect(answer.status).toBe(403);
  expect(answer.body).toEqual({
    success: false,
    error: {
      code: "INSUFFICIENT_PERMISSIONS",
      message: `This API key lacks the permission ${permission}.`,
      required_permission: permission,
      current_permissions: others,
    },
  });
  expect((await call(keyWith(permission), path, asked)).status).not.toBe(403);
});

test("no refusal repeats the key", async () => {
  const answer = await call(createSandbox(), "/contacts", { key: "gr_live_secret" });
  expect(JSON.stringify(answer.body)).not.toContain("gr_live_secret");
});
