import { expect, test } from "vitest";
import { createFaultySandbox, emptyAnswer, serverError } from "../../src/faults.ts";
import { createSandbox, sandboxKey } from "../../src/index.ts";
import { call, johnId } from "../caller.ts";
import { serve } from "../loopback.ts";

test("next: once, in line, for the calls that are named", async () => {
  const { faults, get, list, update } = await serve();
  faults.next(emptyAnswer(501), { on: "update" });
  faults.next(emptyAnswer(502), { on: "list" });
  faults.next(emptyAnswer(503), { on: "update" });
  faults.next(emptyAnswer(504));
  faults.next(emptyAnswer(505), { on: "get" });
  expect(faults.waiting).toBe(5);
  const statuses = [];
  for (const ask of [
    () => get(),
    () => get(),
    () => get(),
    () => list(),
    () => update({ name: "J" }),
    () => update({ name: "J" }),
  ]) {
    statuses.push((await ask()).status);
  }
  expect(statuses).toEqual([504, 505, 200, 502, 501, 503]);
  expect(faults.waiting).toBe(0);
  expect((await update({ name: "J" })).status).toBe(200);
});

test("next: a call that is none of the three takes only what is for all", async () => {
  const { faults, ask } = await serve();
  for (const on of ["get", "list", "update"] as const) faults.next(emptyAnswer(502), { on });
  for (const asked of [
    { path: "/nowhere" },
    { path: "/contacts/a/b" },
    { path: "/contacts", method: "PUT", body: "{}" },
    { method: "DELETE" },
  ]) {
    expect((await ask(asked)).status).toBeGreaterThanOrEqual(404);
    expect((await ask(asked)).status).toBeLessThan(406);
  }
  faults.next(emptyAnswer(502));
  expect((await ask({ path: "/nowhere" })).status).toBe(502);
  expect(faults.waiting).toBe(3);
});

test("always: every call, behind those in line; the latest rule counts; clear forgets all", async () => {
  const { faults, get, list } = await serve();
  faults.always(emptyAnswer(500));
  faults.always(emptyAnswer(502), { on: "list" });
  faults.next(emptyAnswer(503));
  expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([503, 502, 502]);
  expect([(await get()).status, (await get()).status]).toEqual([500, 500]);
  faults.next(emptyAnswer(503));
  faults.clear();
  expect(faults.waiting).toBe(0);
  expect([(await list()).status, (await get()).status]).toEqual([200, 200]);
});

test("a fault of one's own: somebody else is quicker", async () => {
  const { faults, contacts, update, john } = await serve();
  faults.next(
    ({ request }, answer) => {
      expect(request).toMatchObject({ method: "PUT", body: '{"position":"CTO"}' });
      contacts.set(johnId, { id: johnId, phone: "+1 555 0100" });
      return answer();
    },
    { on: "update" },
  );
  await update({ position: "CTO" });
  expect(john()).toMatchObject({ phone: "+1 555 0100", position: "CTO" });
});

test("nothing in a request makes a sandbox fail", async () => {
  const { faults, get, open, key } = await serve();
  faults.next(serverError(), { on: "update" });
  for (const path of ["/faults", "/__faults", "/contacts?fault=500"]) {
    const answer = await open({ path, method: "POST", body: '{"fault":"500"}' });
    await answer.text();
    expect(answer.status).toBeLessThan(406);
  }
  expect(faults.waiting).toBe(1);
  expect((await get()).status).toBe(200);
  expect(key).not.toBe(sandboxKey);
});

test("without a port it does the same", async () => {
  const sandbox = createFaultySandbox({ observed: { tagObjects: true } });
  sandbox.faults.next(serverError("after", 503));
  expect((await call(sandbox, `/contacts/${johnId}`)).status).toBe(503);
  expect((await call(sandbox, `/contacts/${johnId}`)).body).toMatchObject({ data: { tags: [{}, {}] } });
  expect(createSandbox()).not.toHaveProperty("faults");
});
