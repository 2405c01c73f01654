import { expect, test } from "vitest";
import { type CallOptions, type ContactsClientOptions, createContactsClient, RazeError } from "../src/index.ts";
import { testClient } from "./support/client.ts";
import { john, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

function refusalOf(options: object): RazeError {
  try {
    createContactsClient({ apiKey: "gr_live_x", ...options } as ContactsClientOptions); // what an untyped caller may give
  } catch (error) {
    if (error instanceof RazeError) return error;
  }
  throw new TypeError("expected a RazeError");
}

test.each<[string, unknown]>([
  ["timeoutMs", 0],
  ["timeoutMs", -1],
  ["timeoutMs", Number.NaN],
  ["timeoutMs", Number.POSITIVE_INFINITY],
  ["timeoutMs", 2_147_483_648],
  ["timeoutMs", "30"],
  ["timeoutMs", null],
  ["maxRetries", -1],
  ["maxRetries", 1.5],
  ["maxRetries", 11],
  ["maxRetries", "2"],
  ["maxRetryDelayMs", -1],
  ["maxRetryDelayMs", Number.NaN],
  ["maxRetryDelayMs", null],
  ["fetch", "fetch"],
  ["fetch", null],
  ["onAttempt", {}],
])("refuses %s %j", (option, value) => {
  expect(refusalOf({ [option]: value })).toMatchObject({ kind: "invalid_request", params: { option }, attempts: 0 });
});

test.each(["", " ", "a b", "a\n", "a\u0000", "ключ", "a\u0080", undefined, null, 5, {}])(
  "refuses the key %j",
  (apiKey) => {
    expect(refusalOf({ apiKey })).toMatchObject({ kind: "invalid_request", reason: "api_key_invalid" });
  },
);

test.each([
  "",
  "app.getraze.com",
  "/external/v1",
  "ftp://app.getraze.com",
  "ftp://localhost",
  "javascript:alert(1)",
  "http://app.getraze.com",
  "http://localhost.example.com",
  "http://notlocalhost",
  "http://api.localhost", // browsers know it as this machine; Node asks the DNS
  "http://notlocalhost.example.com",
  "http://127.0.0.1.example.com",
  "http://0.0.0.0",
  "https://user@app.getraze.com",
  "https://user:pass@app.getraze.com",
  "https://app.getraze.com/?",
  "https://app.getraze.com/?a=b",
  "https://app.getraze.com/#",
  "https://app.getraze.com/#a",
  null,
  5,
  new URL("https://api.example"),
])("refuses the base URL %j", (baseUrl) => {
  expect(refusalOf({ baseUrl })).toMatchObject({ kind: "invalid_request", reason: "base_url_invalid" });
});

test.each([
  ["https://api.example", "https://api.example/contacts/cnt_abc123def456"],
  ["https://api.example/", "https://api.example/contacts/cnt_abc123def456"],
  ["https://api.example/v1//", "https://api.example/v1/contacts/cnt_abc123def456"],
  ["https://api.example:8443/a b", "https://api.example:8443/a%20b/contacts/cnt_abc123def456"],
  ["http://localhost:3000", "http://localhost:3000/contacts/cnt_abc123def456"],
  ["http://127.10.11.12:80/v1", "http://127.10.11.12/v1/contacts/cnt_abc123def456"],
  ["http://[::1]:3000", "http://[::1]:3000/contacts/cnt_abc123def456"],
  [undefined, "https://app.getraze.com/external/v1/contacts/cnt_abc123def456"],
])("takes the base URL %j", async (baseUrl, url) => {
  const urls: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    urls.push(input);
    return Response.json(success(john));
  };
  await testClient({ baseUrl, fetch }).client.get(john.id);
  expect(urls).toEqual([url]);
});

test.each<[string, unknown]>([
  ["timeoutMs", 0],
  ["timeoutMs", null],
  ["maxRetries", 0.5],
  ["signal", {}],
  ["signal", null],
])("refuses a call's %s %j before anything is sent", async (option, value) => {
  const { client, events, pending } = testClient({ baseUrl: "https://api.example" });
  const options = { [option]: value } as CallOptions; // what an untyped caller may give
  expect(await errorOf(client.get(john.id, options))).toMatchObject({ kind: "invalid_request", params: { option } });
  expect([events, pending()]).toEqual([[], 0]);
});

test.each<Partial<ContactsClientOptions>>([
  { timeoutMs: 1, maxRetries: 0, maxRetryDelayMs: 0 },
  { timeoutMs: 2_147_483_647, maxRetries: 10, maxRetryDelayMs: 2_147_483_647 },
])("takes the limits themselves: %j", (options) => {
  expect(() => createContactsClient({ apiKey: "gr_live_x", ...options })).not.toThrow();
});

test("undefined stands for an option that is not given", () => {
  const none = {
    baseUrl: undefined,
    fetch: undefined,
    timeoutMs: undefined,
    maxRetries: undefined,
    onAttempt: undefined,
  };
  expect(() => createContactsClient({ apiKey: "gr_live_x", ...none, maxRetryDelayMs: undefined })).not.toThrow();
});
