import { expect, test } from "vitest";
import { observedProfile } from "../../src/faults.ts";
import { serve } from "../loopback.ts";

const now = () => Date.parse("2024-01-25T10:20:00Z");

test("errorBodies: a message alone, a page, nothing; other statuses as documented", async () => {
  const errorBodies = { 404: "message", 400: "html", 401: "empty" } as const;
  const { get, list, ask, update } = await serve({ observed: { errorBodies } });
  expect(await get("cnt_unknown")).toMatchObject({
    status: 404,
    value: { success: false, message: "There is no contact with this id." },
  });
  const page = await update({ email: "john" });
  expect(page).toMatchObject({ status: 400, text: expect.stringMatching(/^<!doctype html>/) });
  expect(page.headers.get("content-type")).toBe("text/html");
  expect(await ask({ key: "unknown" })).toMatchObject({ status: 401, text: "" });
  expect((await ask({ method: "DELETE" })).value).toMatchObject({ error: { code: "METHOD_NOT_ALLOWED" } });
  expect((await list()).status).toBe(200);
});

test("a HEAD stays without a body", async () => {
  const { ask, contacts } = await serve({ observed: { ...observedProfile, failsReads: undefined } });
  const [id] = contacts.keys();
  expect(await ask({ path: `/contacts/${id}`, method: "HEAD" })).toMatchObject({ status: 200, text: "" });
});

test.each([
  ["body", null, true],
  ["seconds", "2400", false],
  ["date", "Thu, 25 Jan 2024 11:00:00 GMT", false],
] as const)("retryAfter %s: header %s, in the body: %s", async (retryAfter, header, isInBody) => {
  const { list } = await serve({ now, rateLimit: { limit: 1 }, observed: { retryAfter } });
  expect((await list()).headers.get("retry-after")).toBeNull();
  const { status, headers, value, text } = await list();
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe(header);
  expect(value).toMatchObject({ error: { code: "RATE_LIMIT_EXCEEDED" } });
  expect(text.includes('"retry_after":2400')).toBe(isInBody);
});

test("windows are clock hours, and calls that were rejected count", async () => {
  let time = now();
  const { list, update } = await serve({ now: () => time, rateLimit: { limit: 2 }, observed: observedProfile });
  expect((await update({ phone: 5 })).status).toBe(500);
  expect((await list()).status).toBe(500);
  expect((await list()).status).toBe(429);
  time = Date.parse("2024-01-25T11:00:00Z");
  expect((await list()).status).toBe(500);
});

test("namesPermissions: the permission that is missing and those that there are, or neither", async () => {
  const keys = { writer: { permissions: ["contacts:write"] } } as const;
  const names = { required_permission: "contacts:read", current_permissions: ["contacts:write"] };
  const naming = await serve({ keys, observed: { namesPermissions: true } });
  expect(await naming.get()).toMatchObject({ status: 403, value: { error: names } });
  const silent = await serve({ keys, observed: { namesPermissions: false } });
  expect(await silent.get()).toMatchObject({
    status: 403,
    value: { success: false, error: { code: "INSUFFICIENT_PERMISSIONS", message: expect.any(String) } },
  });
  expect((await silent.get()).text).not.toContain("_permission");
});

test.each([
  [403, "INSUFFICIENT_PERMISSIONS"],
  [500, "INTERNAL_ERROR"],
] as const)("failsReads: %i where an update works", async (failsReads, code) => {
  const { get, list, ask, update, john } = await serve({ observed: { failsReads } });
  const refusal = { status: failsReads, value: { success: false, error: { code } } };
  const answer = await get();
  expect(answer).toMatchObject(refusal);
  expect(answer.headers.get("x-ratelimit-limit")).toBe("5000");
  expect(await list()).toMatchObject(refusal);
  expect((await get("cnt_unknown")).status).toBe(404);
  expect((await ask({ key: "unknown" })).status).toBe(401);
  expect((await update({ position: "CTO" })).status).toBe(200);
  expect(john()?.position).toBe("CTO");
});

test("failsReads 403 names what the key lacks, as any 403 does", async () => {
  const { get } = await serve({ observed: { failsReads: 403 } });
  const names = { required_permission: "contacts:read", current_permissions: ["contacts:write"] };
  expect((await get()).value).toMatchObject({ error: names });
});

test("the profile has every way at once", async () => {
  const { update, contacts, key } = await serve({ now, observed: observedProfile });
  const [id = ""] = contacts.keys();
  expect(key).toMatch(/^lr_live_/);
  const { status, value } = await update({ position: "CTO", phone: "" }, id);
  expect(status).toBe(200);
  expect(value).toMatchObject({
    data: {
      id: "00000000-0000-4000-8000-000000000001",
      position: "CEO",
      phone: null,
      tags: [
        { id: "tag_1", name: "prospect" },
        { id: "tag_2", name: "decision-maker" },
      ],
      updated_at: "2024-01-25 10:20:00.000+00",
      score: 0.5,
    },
  });
  expect((await update({}, id)).status).toBe(200);
  expect((await update({ name: "John", tags: ["new"] }, id)).status).toBe(500);
  expect(contacts.get(id)).toMatchObject({ name: "John", tags: [] });
});
