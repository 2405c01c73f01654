import { describe, expect, test } from "vitest";
import type { RazeError } from "../src/index.ts";
import { testClient } from "./support/client.ts";
import { john, refusal, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

type Options = Parameters<typeof testClient>[0];
const ok = () => Response.json(success(john));
const refuse = (status: number, body: unknown = "", headers: Record<string, string> = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

/** A client whose server gives these answers, one after the other, the last one for ever. */
function answered(answers: (() => Response)[], options: Options = {}) {
  let count = 0;
  const fetch = async () => {
    const answer = answers[Math.min(count, answers.length - 1)];
    count += 1;
    if (answer === undefined) throw new TypeError("no answer");
    return answer();
  };
  const test = testClient({ fetch, ...options });
  return { ...test, calls: () => count, update: () => test.client.update(john.id, { position: "VP of Engineering" }) };
}

test.each([408, 502, 503, 504])("%d is tried again with a growing random wait", async (status) => {
  const { update, waits, pending } = answered([() => refuse(status), () => refuse(status), ok]);
  expect((await update()).attempts).toBe(3);
  expect(waits).toEqual([250, 500]); // half, which is what the test's chance gives, of 500 and 1000
  expect(pending()).toBe(0);
});

test.each([400, 401, 403, 404, 409, 422, 500, 501, 507])("%d is never tried again", async (status) => {
  const { update, calls } = answered([() => refuse(status, "", { "retry-after": "1" }), ok]);
  await errorOf(update());
  expect(calls()).toBe(1);
});

test.each([0, 1, 4])("at most %d retries are made", async (maxRetries) => {
  const { update, calls, waits } = answered([() => refuse(503)], { maxRetries });
  expect((await errorOf(update())).attempts).toBe(maxRetries + 1);
  expect(calls()).toBe(maxRetries + 1);
  expect(waits).toHaveLength(maxRetries);
});

test("a call's own number of retries goes before the client's", async () => {
  const { client, calls } = answered([() => refuse(503)]);
  await errorOf(client.get(john.id, { maxRetries: 0 }));
  expect(calls()).toBe(1);
});

test("backoff never exceeds maxRetryDelayMs", async () => {
  const { update, waits } = answered([() => refuse(503)], { maxRetries: 5, maxRetryDelayMs: 1000 });
  await errorOf(update());
  expect(waits).toEqual([250, 500, 500, 500, 500]);
});

describe("a refusal for too many calls", () => {
  test("is not repeated without a hint, for it would count", async () => {
    const { update, calls } = answered([() => refuse(429, refusal("RATE_LIMIT_EXCEEDED")), ok]);
    const error = await errorOf(update());
    expect(error).toMatchObject({ kind: "rate_limited", retryAt: undefined, outcome: "not_applied" });
    expect(error.message).toMatch(/Try again at the time in retryAt; without one, in an hour\.$/);
    expect(calls()).toBe(1);
  });

  test.each<[string, unknown, Record<string, string>, number]>([
    ["error.retry_after", refusal("X", { retry_after: 3 }), { "retry-after": "9" }, 3000],
    ["error.retry_after as text", refusal("X", { retry_after: "3" }), {}, 3000],
    ["Retry-After in seconds", "", { "retry-after": "4", "x-ratelimit-reset": "1795521699" }, 4000],
    ["Retry-After as a date", "", { "retry-after": "Tue, 24 Nov 2026 12:00:05 GMT" }, 5000],
    ["X-RateLimit-Reset", "", { "x-ratelimit-reset": "1795521606" }, 6000],
    ["no wait at all", "", { "retry-after": "0" }, 0],
    ["the longest wait that is allowed", "", { "retry-after": "15" }, 15_000],
  ])("waits as long as %s says", async (_, body, headers, wait) => {
    const { update, waits } = answered([() => refuse(429, body, headers), ok]);
    expect((await update()).attempts).toBe(2);
    expect(waits).toEqual([wait]);
  });

  test("fails at once, with the time, when the wait is longer than allowed", async () => {
    const { update, calls, waits } = answered([() => refuse(429, refusal("X", { retry_after: 16 })), ok]);
    const error = await errorOf(update());
    expect(error).toMatchObject({ kind: "rate_limited", retryAt: new Date("2026-11-24T12:00:16Z") });
    expect([calls(), waits]).toEqual([1, []]);
  });

  test("tells the quota", async () => {
    const headers = { "x-ratelimit-limit": "100", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795521700" };
    const { rateLimit } = await errorOf(answered([() => refuse(429, "", headers)]).update());
    expect(rateLimit).toEqual({ limit: 100, remaining: 0, resetAt: new Date(1_795_521_700_000) });
  });
});

test("a wait longer than what is left of the time fails at once, with the time", async () => {
  const answers = [() => refuse(503, "", { "retry-after": "10" }), ok];
  const { update, calls } = answered(answers, { timeoutMs: 9_999 });
  expect(await errorOf(update())).toMatchObject({ kind: "server", retryAt: new Date("2026-11-24T12:00:10Z") });
  expect(calls()).toBe(1);
});

test("the time of earlier waits counts", async () => {
  const answers = [() => refuse(503, "", { "retry-after": "6" })];
  const { update, waits } = answered(answers, { timeoutMs: 10_000 });
  await errorOf(update());
  expect(waits).toEqual([6000]);
});

test("X-RateLimit-Reset is no hint for anything but too many calls", async () => {
  const { update, waits } = answered([() => refuse(503, "", { "x-ratelimit-reset": "1795521610" }), ok]);
  await update();
  expect(waits).toEqual([250]);
});

test("a failed call leaves no trace in the next", async () => {
  const { update } = answered([() => refuse(500), () => refuse(404, refusal("NOT_FOUND"))]);
  expect((await errorOf(update())).outcome).toBe("unknown");
  const second: RazeError = await errorOf(update());
  expect([second.outcome, second.attempts]).toEqual(["not_applied", 1]);
});
