import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { call, johnId } from "./caller.ts";

test.each(["", "/", "/contact", "/contacts/a/b", "/../v2/contacts", "/contacts/.."])(
  "there is nothing at %j: 404 in the envelope, key or not",
  async (path) => {
    for (const key of [undefined, null]) {
      const answer = await call(createSandbox(), path, key === null ? { key } : {});
      expect(answer.status).toBe(404);
      expect(answer.headers.get("content-type")).toBe("application/json");
      expect(answer.body).toEqual({
        success: false,
        error: { code: "NOT_FOUND", message: "There is nothing at this address." },
      });
    }
  },
);

test.each([
  ["POST", "/contacts", "GET"],
  ["PUT", "/contacts", "GET"],
  ["PUT", "/contacts/", "GET"],
  ["OPTIONS", "/contacts", "GET"],
  ["POST", `/contacts/${johnId}`, "GET, PUT"],
  ["PATCH", `/contacts/${johnId}`, "GET, PUT"],
  ["DELETE", `/contacts/${johnId}`, "GET, PUT"],
])("%s %s: 405 that names what is allowed", async (method, path, allowed) => {
  const answer = await call(createSandbox(), path, { method });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe(allowed);
  expect(answer.body).toMatchObject({ success: false, error: { code: "METHOD_NOT_ALLOWED" } });
});

test("a failure inside is a 500 that says what failed", async () => {
  const sandbox = createSandbox();
  sandbox.contacts.set(johnId, { id: johnId, custom_fields: { big: Object(1n) } });
  const answer = await call(sandbox, `/contacts/${johnId}`);
  expect(answer.status).toBe(500);
  expect(answer.body).toMatchObject({ success: false, error: { code: "INTERNAL_ERROR" } });
  expect(JSON.stringify(answer.body)).toContain("BigInt");
});
