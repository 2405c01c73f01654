import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import {
  connectionReset,
  createFaultySandbox,
  endlessBody,
  type Fault,
  latency,
  malformedAnswer,
  slowDrip,
  slowHead,
} from "../../src/faults.ts";
import { sandboxKey } from "../../src/index.ts";
import { johnId, stored } from "../caller.ts";

function faulty(fault: Fault) {
  const sandbox = createFaultySandbox();
  sandbox.faults.next(fault);
  const update = (signal?: AbortSignal) =>
    sandbox.fetch(`http://sandbox.example/external/v1/contacts/${johnId}`, {
      method: "PUT",
      headers: { "X-API-Key": sandboxKey, "Content-Type": "application/json" },
      body: '{"position":"CTO"}',
      ...(signal && { signal }),
    });
  return { update, position: () => stored(sandbox).position };
}

test("a broken connection is what the global fetch makes of it", async () => {
  for (const [fault, position] of [
    [connectionReset("before"), "CEO"],
    [connectionReset("after"), "CTO"],
    [malformedAnswer(), "CTO"],
  ] as const) {
    const { update, position: after } = faulty(fault);
    await expect(update()).rejects.toEqual(new TypeError("fetch failed"));
    expect(after()).toBe(position);
  }
  const answer = await faulty(connectionReset("within")).update();
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toEqual(new TypeError("terminated"));
});

test("a wait ends with its signal, whether it was aborted before or during", async () => {
  const { update, position } = faulty(latency(Number.POSITIVE_INFINITY));
  const caller = new AbortController();
  const answer = update(caller.signal);
  caller.abort(new Error("enough"));
  await expect(answer).rejects.toThrow("enough");
  expect(position()).toBe("CEO");
});

test("a wait hears its caller's signal after memory was collected, when nobody holds the request any more", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const caller = new AbortController();
  const answer = faulty(latency(Number.POSITIVE_INFINITY)).update(caller.signal);
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    collect();
  }
  caller.abort(new Error("enough"));
  await expect(answer).rejects.toThrow("enough");
});

test("bodies end with the signal", async () => {
  for (const fault of [slowDrip({ pauseMs: Number.POSITIVE_INFINITY }), endlessBody()]) {
    const caller = new AbortController();
    const answer = await faulty(fault).update(caller.signal);
    const text = answer.text();
    setTimeout(() => caller.abort(new Error("enough")), 5);
    await expect(text).rejects.toThrow("enough");
  }
});

test("a slow head comes at once", async () => {
  expect(await (await faulty(slowHead()).update()).json()).toMatchObject({ data: { position: "CTO" } });
});
