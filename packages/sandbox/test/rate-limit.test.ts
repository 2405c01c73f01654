import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { call } from "./caller.ts";

const tenTwenty = Date.parse("2024-01-25T10:20:00.500Z");
const eleven = Date.parse("2024-01-25T11:00:00Z");

const limits = (headers: Headers) =>
  ["limit", "remaining", "reset"].map((name) => Number(headers.get(`x-ratelimit-${name}`)));

test("counts down to 429, and starts anew at the full hour", async () => {
  let time = tenTwenty;
  const sandbox = createSandbox({ rateLimit: { limit: 2 }, now: () => time });
  expect(limits((await call(sandbox, "/contacts")).headers)).toEqual([2, 1, eleven / 1000]);
  expect(limits((await call(sandbox, "/contacts")).headers)).toEqual([2, 0, eleven / 1000]);

  const refused = await call(sandbox, "/contacts");
  expect(refused.status).toBe(429);
  expect(limits(refused.headers)).toEqual([2, 0, eleven / 1000]);
  expect(refused.headers.get("retry-after")).toBe("2400");
  expect(refused.body).toEqual({
    success: false,
    error: {
      code: "RATE_LIMIT_EXCEEDED",
      message: "The limit of 2 calls is reached. Try again in 2400 seconds.",
      retry_after: 2400,
    },
  });

  time = eleven - 1;
  expect((await call(sandbox, "/contacts")).headers.get("retry-after")).toBe("1");
  time = eleven;
  const again = await call(sandbox, "/contacts");
  expect(again.status).toBe(200);
  expect(limits(again.headers)).toEqual([2, 1, eleven / 1000 + 3600]);
});

test("calls that are refused count too", async () => {
  const sandbox = createSandbox({ rateLimit: { limit: 2 }, now: () => tenTwenty });
  await call(sandbox, "/contacts/cnt_unknown");
  await call(sandbox, "/contacts?page=0");
  expect((await call(sandbox, "/contacts")).status).toBe(429);
});

test("each key has its own count; callers without a known key share one", async () => {
  const keys = { a: { permissions: [] }, b: { permissions: [] } };
  const sandbox = createSandbox({ keys, rateLimit: { limit: 1 }, now: () => tenTwenty });
  const status = async (key: string | null) => (await call(sandbox, "/contacts", { key })).status;
  expect(await status("a")).toBe(403);
  expect(await status("a")).toBe(429);
  expect(await status("b")).toBe(403);
  expect(await status(null)).toBe(401);
  expect(await status("unknown")).toBe(429);
});

test("a window of another length", async () => {
  let time = tenTwenty;
  const sandbox = createSandbox({ rateLimit: { limit: 1, windowMs: 1000 }, now: () => time });
  await call(sandbox, "/contacts");
  expect((await call(sandbox, "/contacts")).status).toBe(429);
  time += 500;
  expect((await call(sandbox, "/contacts")).status).toBe(200);
});

test("every answer says where its caller stands", async () => {
  const sandbox = createSandbox();
  for (const [path, asked] of [
    ["/contacts", {}],
    ["/contacts?page=0", {}],
    ["/contacts", { key: null }],
    ["/contacts", { method: "DELETE" }],
    ["/contacts/cnt_unknown", {}],
    ["/nowhere", {}],
  ] as const) {
    const { headers } = await call(sandbox, path, asked);
    expect(limits(headers)[0]).toBe(5000);
    expect(limits(headers)[1]).toBeGreaterThan(4990);
    expect(limits(headers)[2]).toBeGreaterThan(Date.now() / 1000);
  }
});
