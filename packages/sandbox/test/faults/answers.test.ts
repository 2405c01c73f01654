import { expect, test } from "vitest";
import {
  answerWith,
  echoKey,
  emptyAnswer,
  type Fault,
  htmlPage,
  type KeyPlace,
  rateLimited,
  redirect,
  serverError,
  truncatedJson,
  type When,
  wrongId,
} from "../../src/faults.ts";
import { johnId } from "../caller.ts";
import { serve } from "../loopback.ts";

test.each<[string, (when: When) => Fault, number]>([
  ["serverError", (when) => serverError(when), 500],
  ["htmlPage", (when) => htmlPage(504, when), 504],
  ["emptyAnswer", (when) => emptyAnswer(503, when), 503],
  ["answerWith", (when) => answerWith(() => Response.json({}, { status: 418 }), when), 418],
])("%s: before and after the server applied the call", async (_, fault, status) => {
  const { faults, update, john, methods } = await serve();
  faults.next(fault("before"));
  expect((await update({ position: "CTO" })).status).toBe(status);
  expect(john()?.position).toBe("CEO");
  faults.next(fault("after"));
  expect((await update({ position: "CTO" })).status).toBe(status);
  expect(john()?.position).toBe("CTO");
  expect(methods()).toEqual(["PUT", "PUT"]);
});

test("serverError is in the envelope, htmlPage a page, emptyAnswer nothing", async () => {
  const { faults, get } = await serve();
  faults.next(serverError());
  expect((await get()).value).toMatchObject({ success: false, error: { code: "INTERNAL_ERROR" } });
  faults.next(htmlPage());
  const page = await get();
  expect(page).toMatchObject({ status: 502, text: expect.stringMatching(/^<!doctype html>/) });
  expect(page.headers.get("content-type")).toContain("text/html");
  faults.next(htmlPage(200));
  expect(await get()).toMatchObject({ status: 200, value: undefined });
  faults.next(emptyAnswer());
  expect(await get()).toMatchObject({ status: 502, text: "" });
});

test("redirect: to another origin unless told otherwise, and nothing applied", async () => {
  const { faults, get, update, john } = await serve();
  faults.next(redirect());
  const away = await get();
  expect(away.status).toBe(302);
  expect(away.headers.get("location")).toMatch(/^https:\/\/other\.example\//);
  for (const status of [301, 303, 307, 308] as const) {
    faults.next(redirect({ status, location: "/elsewhere" }));
    const { status: seen, headers } = await update({ position: "CTO" });
    expect([seen, headers.get("location")]).toEqual([status, "/elsewhere"]);
  }
  expect(john()?.position).toBe("CEO");
});

test("rateLimited: every form of wait, and none", async () => {
  const { faults, update, john } = await serve();
  for (const [wait, header, body, reset] of [
    [{}, null, undefined, null],
    [{ header: "120" }, "120", undefined, null],
    [{ header: "Thu, 25 Jan 2024 11:00:00 GMT" }, "Thu, 25 Jan 2024 11:00:00 GMT", undefined, null],
    [{ header: "-1", body: "soon", reset: "never" }, "-1", "soon", "never"],
    [{ body: 3600 }, null, 3600, null],
    [{ body: 1e12, reset: "1706180400" }, null, 1e12, "1706180400"],
  ] as const) {
    faults.next(rateLimited(wait));
    const { status, headers, value } = await update({ position: "CTO" });
    expect(status).toBe(429);
    expect([headers.get("retry-after"), headers.get("x-ratelimit-reset")]).toEqual([header, reset]);
    expect(value).toEqual({
      success: false,
      error: {
        code: "RATE_LIMIT_EXCEEDED",
        message: expect.any(String),
        ...(body !== undefined && { retry_after: body }),
      },
    });
  }
  expect(john()?.position).toBe("CEO");
});

test("truncatedJson: the answer breaks off, the connection does not", async () => {
  const { faults, update, get, john } = await serve();
  const { text: whole } = await get();
  faults.next(truncatedJson());
  const { status, text, value } = await get();
  expect([status, value]).toEqual([200, undefined]);
  expect(whole.startsWith(text)).toBe(true);
  faults.next(truncatedJson());
  await update({ position: "CTO" });
  expect(john()?.position).toBe("CTO");
});

test("wrongId: another contact's id in the answer; lists and refusals stay", async () => {
  const { faults, get, list, update, john } = await serve();
  faults.always(wrongId());
  expect((await get()).value).toMatchObject({ data: { id: "cnt_someoneelse0", name: "John Doe" } });
  expect((await update({ position: "CTO" })).value).toMatchObject({ data: { id: "cnt_someoneelse0" } });
  expect(john()).toMatchObject({ id: johnId, position: "CTO" });
  expect((await list("?limit=1")).value).toMatchObject({ data: { pagination: { limit: 1 } } });
  expect((await get("cnt_unknown")).value).toMatchObject({ error: { code: "NOT_FOUND" } });
  faults.always(wrongId("cnt_mine"));
  expect((await get()).value).toMatchObject({ data: { id: "cnt_mine" } });
});

test.each<[KeyPlace, number, boolean]>([
  ["message", 400, false],
  ["code", 409, false],
  ["fieldName", 400, false],
  ["fieldMessage", 422, false],
  ["page", 502, false],
  ["header", 200, true],
  ["contact", 200, true],
])("echoKey: the key stands in the %s", async (place, status, isApplied) => {
  const { faults, update, john, key } = await serve();
  faults.next(echoKey(place, status));
  const answer = await update({ position: "CTO" });
  expect(answer.status).toBe(status);
  expect(john()?.position).toBe(isApplied ? "CTO" : "CEO");
  expect(answer.text.includes(key)).toBe(place !== "header");
  expect([...answer.headers.values()].includes(key)).toBe(place === "header" || place === "page");
  expect(answer.headers.get("www-authenticate")?.includes(key) ?? false).toBe(place === "header" || place === "page");
  const places: Partial<Record<KeyPlace, unknown>> = {
    message: { error: { message: expect.stringContaining(key) } },
    code: { error: { code: key } },
    fieldName: { error: { details: { fields: { [key]: expect.any(String) } } } },
    fieldMessage: { error: { details: { fields: { name: expect.stringContaining(key) } } } },
    contact: { data: { id: johnId, [key]: key } },
  };
  expect(answer.value ?? {}).toMatchObject(places[place] ?? {});
});
