import { describe, expect, test } from "vitest";
import { testClient } from "./support/client.ts";
import { john, refusal, reply, serve, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

type Answer = [status: number, body?: unknown];

const errorsFor = async ([status, body]: Answer) => {
  const { baseUrl, received } = await serve((response) => reply(response, status, body));
  const { client, pending } = testClient({ baseUrl, maxRetries: 0 });
  const update = await errorOf(client.update(john.id, { position: "CTO" }));
  const get = await errorOf(client.get(john.id));
  expect(received).toHaveLength(2);
  expect(pending()).toBe(0);
  expect(get).toMatchObject({ kind: update.kind, reason: update.reason, outcome: "not_applied" });
  return update;
};

const messageAlone = { success: false, message: "Words of the server" };
const html = "<html>502</html>";

test.each<[Answer, kind: string, reason: string, outcome: string]>([
  [[400, refusal("VALIDATION_ERROR")], "validation", "values_refused", "not_applied"],
  [[413, refusal("TOO_LARGE")], "validation", "values_refused", "not_applied"],
  [[415, messageAlone], "validation", "values_refused", "not_applied"],
  [[422, refusal("INVALID_EMAIL")], "validation", "values_refused", "not_applied"],
  [[401, refusal("INVALID_API_KEY")], "authentication", "api_key_refused", "not_applied"],
  [[401, refusal("EXPIRED_API_KEY")], "authentication", "api_key_expired", "not_applied"],
  [[403, refusal("INSUFFICIENT_PERMISSIONS")], "permission", "permission_missing", "not_applied"],
  [[403, refusal("EXPIRED_API_KEY")], "permission", "permission_missing", "not_applied"],
  [[404, refusal("NOT_FOUND")], "not_found", "contact_not_found", "not_applied"],
  [[404, messageAlone], "not_found", "contact_not_found", "not_applied"],
  [[409, refusal("ALREADY_EXISTS")], "conflict", "collision", "not_applied"],
  [[429, refusal("RATE_LIMIT_EXCEEDED")], "rate_limited", "rate_limited", "not_applied"],
  [[429, html], "rate_limited", "rate_limited", "not_applied"],
  [[408], "server", "server_unavailable", "unknown"],
  [[500, refusal("INTERNAL_ERROR")], "server", "server_failed", "unknown"],
  [[502, html], "server", "server_unavailable", "unknown"],
  [[503], "server", "server_unavailable", "unknown"],
  [[504, html], "server", "server_unavailable", "unknown"],
  [[507, html], "server", "server_failed", "unknown"],
  // Without an envelope it is somebody else who answers.
  [[400, html], "unexpected_response", "not_the_api", "not_applied"],
  [[401], "unexpected_response", "not_the_api", "not_applied"],
  [[403, html], "unexpected_response", "not_the_api", "not_applied"],
  [[404, html], "unexpected_response", "not_the_api", "not_applied"],
  [[404, {}], "unexpected_response", "not_the_api", "not_applied"],
  [[409, { success: false }], "unexpected_response", "not_the_api", "not_applied"],
  [[422, { message: "no success: false" }], "unexpected_response", "not_the_api", "not_applied"],
  [[400, { error: "a word" }], "unexpected_response", "not_the_api", "not_applied"],
  [[405, refusal("METHOD_NOT_ALLOWED")], "unexpected_response", "not_the_api", "not_applied"],
  [[418, messageAlone], "unexpected_response", "not_the_api", "not_applied"],
  [[300], "unexpected_response", "redirected", "not_applied"],
  [[301], "unexpected_response", "redirected", "not_applied"],
  [[304], "unexpected_response", "redirected", "not_applied"],
  // A status of success with an answer that is none.
  [[200], "unexpected_response", "body_missing", "unknown"],
  [[200, " \n"], "unexpected_response", "body_missing", "unknown"],
  [[204], "unexpected_response", "body_missing", "unknown"],
  [[200, html], "unexpected_response", "not_json", "unknown"],
  [[200, '{"success":true,"data":{"id":"cnt'], "unexpected_response", "not_json", "unknown"],
  [[200, refusal("NOT_FOUND")], "unexpected_response", "success_denied", "unknown"],
  [[200, { success: false, data: john }], "unexpected_response", "success_denied", "unknown"],
  [[200, "null"], "unexpected_response", "contact_unreadable", "unknown"],
  [[200, [john]], "unexpected_response", "contact_unreadable", "unknown"],
  [[200, success(null)], "unexpected_response", "contact_unreadable", "unknown"],
  [[200, success({ ...john, id: "" })], "unexpected_response", "contact_unreadable", "unknown"],
  [[200, success({ ...john, id: 5 })], "unexpected_response", "contact_unreadable", "unknown"],
  [[200, success({ ...john, id: "cnt_other" })], "unexpected_response", "other_contact", "unknown"],
])("%j is %s, %s, %s", async ([status, body], kind, reason, outcome) => {
  expect(await errorsFor([status, body])).toMatchObject({ kind, reason, outcome, status, attempts: 1 });
});

describe("an error tells", () => {
  test("the server's words for each field, with the server as their source", async () => {
    const fields = { email: "Invalid email format", "custom_fields.age": ["not a number", "x"], phone: 5 };
    const { fieldErrors, code } = await errorsFor([400, refusal("VALIDATION_ERROR", { details: { fields } })]);
    const server = { code: "server_refused", params: {}, source: "server" };
    expect(code).toBe("VALIDATION_ERROR");
    expect(fieldErrors).toEqual([
      { ...server, path: ["email"], message: "Invalid email format" },
      { ...server, path: ["custom_fields", "age"], message: "not a number" },
      { ...server, path: ["phone"], message: "The server refused this value." },
    ]);
  });

  test.each([messageAlone, refusal("VALIDATION_ERROR", { details: { fields: {} } })])(
    "the server's one message where it names no field",
    async (body) => {
      expect((await errorsFor([400, body])).fieldErrors).toMatchObject([
        { path: [], message: "Words of the server", source: "server" },
      ]);
    },
  );

  test.each([400, 409])("nothing for the server under %d when it gives no words", async (status) => {
    expect((await errorsFor([status, { success: false, error: { code: "X" } }])).fieldErrors).toEqual([]);
  });

  test("the server's words about a collision, and none of its words about anything but values", async () => {
    expect((await errorsFor([409, refusal("ALREADY_EXISTS")])).fieldErrors).toMatchObject([
      { message: "Words of the server" },
    ]);
    for (const status of [401, 403, 404, 429, 500]) {
      expect((await errorsFor([status, refusal("X")])).fieldErrors).toEqual([]);
    }
  });

  test("a code that is a single word, of 100 characters at most", async () => {
    expect((await errorsFor([404, refusal("two words")])).code).toBeUndefined();
    expect((await errorsFor([404, refusal("X".repeat(101))])).code).toBe("X".repeat(100));
  });

  test("no more than 500 characters of the server's, and at most 100 fields", async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`f${index}`, "x".repeat(600)]));
    const { fieldErrors } = await errorsFor([400, refusal("VALIDATION_ERROR", { details: { fields: many } })]);
    expect(fieldErrors).toHaveLength(100);
    expect(fieldErrors[0]?.message).toHaveLength(500);
  });

  test("the permission that is missing", async () => {
    const body = refusal("INSUFFICIENT_PERMISSIONS", { required_permission: "contacts:write" });
    expect((await errorsFor([403, body])).requiredPermission).toBe("contacts:write");
  });

  test("what to do, and whether the change may have been made", async () => {
    expect((await errorsFor([500])).message).toBe(
      "The server failed with status 500. Try again later. " +
        "Whether the change was applied is not known: read the contact before you send it again.",
    );
    expect((await errorsFor([404, messageAlone])).message).toBe(
      "There is no such contact in this account. Check the ID and the account.",
    );
  });
});
