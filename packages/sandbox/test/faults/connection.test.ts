import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  connectionReset,
  gzip,
  latency,
  malformedAnswer,
  serverError,
  slowHead,
  wrongLength,
} from "../../src/faults.ts";
import { johnId } from "../caller.ts";
import { serve } from "../loopback.ts";

const cause = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) });

test("connectionReset: before the server applied the call, after, and within its answer", async () => {
  const { faults, update, open, updating, john, methods } = await serve();
  faults.next(connectionReset());
  await expect(update({ position: "CTO" })).rejects.toEqual(cause("ECONNRESET"));
  expect(john()?.position).toBe("CEO");
  faults.next(connectionReset("after"));
  await expect(update({ position: "CTO" })).rejects.toEqual(cause("ECONNRESET"));
  expect(john()?.position).toBe("CTO");
  faults.next(connectionReset("within"));
  const answer = await open(updating({ position: "CFO" }));
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow("terminated");
  expect(john()?.position).toBe("CFO");
  expect(methods()).toEqual(["PUT", "PUT", "PUT"]);
  expect((await update({ position: "CIO" })).status).toBe(200);
});

test("malformedAnswer: what comes is not HTTP, and the call is applied", async () => {
  const { faults, update, john } = await serve();
  faults.next(malformedAnswer());
  await expect(update({ position: "CTO" })).rejects.toMatchObject({ cause: { name: "HTTPParserError" } });
  expect(john()?.position).toBe("CTO");
});

test("latency: the call goes on after the wait, or fails after it", async () => {
  const { faults, update, get } = await serve();
  faults.next(latency(5));
  expect(await get()).toMatchObject({ status: 200, value: { data: { id: johnId } } });
  faults.next(latency(5, serverError()));
  expect((await update({ position: "CTO" })).status).toBe(500);
});

test("latency: without an end, it ends with the caller, who has not been served", async () => {
  const { faults, ask, updating, john, received } = await serve();
  faults.next(latency(Number.POSITIVE_INFINITY));
  const caller = new AbortController();
  const answer = ask({ ...updating({ position: "CTO" }), signal: caller.signal });
  while (received.length === 0) await sleep(1);
  caller.abort();
  await expect(answer).rejects.toThrow("aborted");
  await sleep(5);
  expect(john()?.position).toBe("CEO");
});

test("latency: a server that waits without an end can be closed", async () => {
  const { faults, get, received } = await serve();
  faults.next(latency(Number.POSITIVE_INFINITY));
  get().catch(() => {});
  while (received.length === 0) await sleep(1);
});

test("slowHead: the head comes in pieces, and all of it with the body", async () => {
  const { faults, get, update } = await serve();
  const { text: whole } = await get();
  faults.next(slowHead({ pauseMs: 2, pieces: 4 }));
  const answer = await get();
  expect(answer).toMatchObject({ status: 200, text: whole });
  expect(answer.headers.get("x-ratelimit-limit")).toBe("5000");
  faults.next(slowHead({ pauseMs: 1, pieces: 3 }));
  expect((await update({ name: "Жанна" })).value).toMatchObject({ data: { name: "Жанна" } });
});

test("wrongLength: too long breaks the answer off, too short cuts it", async () => {
  const { faults, open, get, update, john } = await serve();
  const { text: whole } = await get();
  faults.next(wrongLength(10));
  const answer = await open();
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow("terminated");
  faults.next(wrongLength(-10));
  const { status, text } = await get();
  expect([status, text]).toEqual([200, whole.slice(0, -10)]);
  faults.next(wrongLength(-10));
  await update({ position: "CTO" });
  expect(john()?.position).toBe("CTO");
});

test("every answer is as documented again once the faults are over", async () => {
  const { faults, get } = await serve();
  const { text: whole } = await get();
  for (const fault of [connectionReset("within"), malformedAnswer(), wrongLength(-10), slowHead(), gzip()]) {
    faults.next(fault);
    await get().catch(() => {});
    expect((await get()).text).toBe(whole);
  }
});
