import { expect, test } from "vitest";
import { readRateLimit } from "../src/rate-limit.ts";

const read = (headers: Record<string, string>) => readRateLimit(new Headers(headers));

test("reads what is there", () => {
  expect(read({ "X-RateLimit-Remaining": "0" })).toEqual({ remaining: 0 });
  expect(read({ "X-RateLimit-Limit": "100", "X-RateLimit-Reset": "1790000000" })).toEqual({
    limit: 100,
    resetAt: new Date("2026-09-21T14:13:20Z"),
  });
});

test.each(["", "-1", "1.5", "many", "1e3", "0x10", "9".repeat(13), "9".repeat(400)])(
  "reads nothing from %j",
  (text) => {
    const headers = { "x-ratelimit-limit": text, "x-ratelimit-remaining": text, "x-ratelimit-reset": text };
    expect(read(headers)).toBeUndefined();
  },
);

test("never gives a time that is none", () => {
  const { resetAt } = read({ "x-ratelimit-reset": "9".repeat(12) }) ?? {};
  expect(Number.isFinite(resetAt?.getTime())).toBe(true);
});
