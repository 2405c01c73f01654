import { errorResponseSchema, sentences } from "@raze-contacts/schema";
import { expect, test } from "vitest";
import { createSandbox, sandboxKey } from "../src/index.ts";
import { call, johnId, put, stored } from "./caller.ts";

const refusal = (error: Record<string, unknown>) => ({ success: false, error });

test.each<[string, unknown, Record<string, string>]>([
  ["a blank name", { name: " " }, { name: sentences.name_blank }],
  ["an e-mail without @", { email: "john" }, { email: sentences.email_at }],
  ["a LinkedIn URL without a scheme", { linkedin_url: "linkedin.com/in/x" }, { linkedin_url: sentences.url_scheme }],
  ["null", { phone: null }, { phone: sentences.null_refused }],
  ["a number for text", { company: 5 }, { company: sentences.not_text }],
  ["text for tags", { tags: "a,b" }, { tags: sentences.not_list }],
  ["a list for custom fields", { custom_fields: [] }, { custom_fields: sentences.not_object }],
  ["a field that cannot be changed", { id: "cnt_other" }, { id: "id is not a field that can be changed." }],
  [
    "two faults in one list, and one beside it",
    { tags: ["", "", 1], name: "" },
    { name: sentences.name_blank, tags: `${sentences.tag_blank} ${sentences.not_text}` },
  ],
])("refuses %s, naming the field", async (_, update, fields) => {
  const sandbox = createSandbox();
  const before = structuredClone(stored(sandbox));
  const answer = await put(sandbox, update);
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual(
    refusal({ code: "VALIDATION_ERROR", message: "Some fields are not valid.", details: { fields } }),
  );
  expect(errorResponseSchema.safeParse(answer.body).success).toBe(true);
  expect(stored(sandbox)).toEqual(before);
});

test.each<[string, string, string]>([
  ["an empty update", "{}", sentences.update_empty],
  ["a list", "[]", sentences.update_not_object],
  ["null", "null", sentences.update_not_object],
  ["no body", "", "The body is not JSON."],
  ["a body that is not JSON", "{position:1}", "The body is not JSON."],
  ["a byte order mark", "\uFEFF{}", "The body is not JSON."],
  ["nesting without end", "[".repeat(500_000), "The body is not JSON."],
])("refuses %s in one sentence", async (_, body, message) => {
  const answer = await call(createSandbox(), `/contacts/${johnId}`, { method: "PUT", body });
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual(refusal({ code: "VALIDATION_ERROR", message }));
});

test("refuses a __proto__ key, in the update and in its custom fields", async () => {
  for (const body of ['{"__proto__":{"name":"x"}}', '{"name":"x","custom_fields":{"__proto__":1}}']) {
    const answer = await call(createSandbox(), `/contacts/${johnId}`, { method: "PUT", body });
    expect(answer.status).toBe(400);
  }
});

test("refuses bytes that are not UTF-8", async () => {
  const sandbox = createSandbox();
  const answer = await sandbox.fetch(`http://sandbox.example/external/v1/contacts/${johnId}`, {
    method: "PUT",
    headers: { "X-API-Key": [...sandbox.keys.keys()].join(), "Content-Type": "application/json" },
    body: Buffer.from('{"name":"\xff"}', "latin1"),
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual(refusal({ code: "VALIDATION_ERROR", message: "The body is not UTF-8 text." }));
  expect(stored(sandbox).name).toBe("John Doe");
});

test.each([
  ["application/json", 200],
  ["application/json; charset=utf-8", 200],
  ["APPLICATION/JSON", 200],
  ["text/plain", 415],
  ["application/x-www-form-urlencoded", 415],
  ["application/jsonp", 415],
  ["x-application/json", 415],
])("a content type of %s: %i", async (type, status) => {
  const answer = await call(createSandbox(), `/contacts/${johnId}`, { method: "PUT", type, body: '{"name":"J"}' });
  expect(answer.status).toBe(status);
});

test("a body of 1 MiB passes, one byte more does not", async () => {
  const sandbox = createSandbox();
  const around = '{"position":""}'.length;
  const update = (size: number) => ({ position: "x".repeat(size - around) });
  expect((await put(sandbox, update(1_048_576))).status).toBe(200);
  const answer = await put(sandbox, update(1_048_577));
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({ success: false, error: { code: "PAYLOAD_TOO_LARGE" } });
  expect(sandbox.received.at(-1)?.body).toBe("");
});

test("does not even read a body that says that it is too large", async () => {
  const sandbox = createSandbox();
  const body = new ReadableStream({ pull: () => Promise.reject(new Error("it was read")) }, { highWaterMark: 0 });
  const answer = await sandbox.fetch(
    new Request(`http://sandbox.example/external/v1/contacts/${johnId}`, {
      method: "PUT",
      headers: { "X-API-Key": sandboxKey, "Content-Type": "application/json", "Content-Length": "1048577" },
      body,
      duplex: "half",
    }),
  );
  expect(answer.status).toBe(413);
});
