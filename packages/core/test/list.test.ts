import { describe, expect, test } from "vitest";
import type { ListQuery } from "../src/index.ts";
import { testClient } from "./support/client.ts";
import { john, reply, serve, success } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

const pagination = { page: 1, limit: 20, total: 1, total_pages: 1 };

test("asks for what the query says, in the API's names", async () => {
  const { baseUrl, received } = await serve((response) =>
    reply(response, 200, success({ contacts: [john], pagination })),
  );
  const { client } = testClient({ baseUrl });
  await client.list({
    page: 2,
    limit: 100,
    search: "Zoë & co",
    company: "Acme",
    email: "a@x.io",
    source: "linkedin",
    tags: ["hot lead", "b"],
    sortBy: "name",
    sortOrder: "asc",
  });
  await client.list();
  await client.list({ search: "", tags: [], page: undefined });
  await client.list({ page: 1, limit: 1, sortOrder: "desc" });
  expect(received.map(({ url }) => url)).toEqual([
    "/external/v1/contacts?page=2&limit=100&search=Zo%C3%AB+%26+co&company=Acme&email=a%40x.io&source=linkedin" +
      "&tags=hot+lead%2Cb&sort_by=name&sort_order=asc",
    "/external/v1/contacts",
    "/external/v1/contacts",
    "/external/v1/contacts?page=1&limit=1&sort_order=desc",
  ]);
});

test.each<[string, unknown]>([
  ["page", 0],
  ["page", 1.5],
  ["page", "1"],
  ["limit", 101],
  ["limit", Number.NaN],
  ["search", 5],
  ["tags", "a,b"],
  ["tags", ["a", "b,c"]],
  ["tags", [5]],
  ["sortOrder", "up"],
])("refuses %s %j before it sends anything", async (option, value) => {
  const query = { [option]: value } as ListQuery; // what an untyped caller may give
  const { client, events } = testClient({ baseUrl: "https://api.example" });
  expect(await errorOf(client.list(query))).toMatchObject({
    kind: "invalid_request",
    reason: "option_invalid",
    params: { option },
    attempts: 0,
  });
  expect(events).toEqual([]);
});

describe("reads", () => {
  const listOf = async (body: unknown) => {
    const { baseUrl } = await serve((response) => reply(response, 200, body));
    return testClient({ baseUrl }).client.list();
  };

  test.each([
    ["as documented", success({ contacts: [john], pagination })],
    ["with data as the list", { ...success([john]), pagination }],
  ])("a page %s", async (_, body) => {
    expect(await listOf(body)).toEqual({ contacts: [john], pagination, drift: [], rateLimit: undefined, attempts: 1 });
  });

  test("a page without pagination", async () => {
    expect(await listOf(success({ contacts: [] }))).toMatchObject({ contacts: [], pagination: {}, drift: [] });
  });

  test("what it can, and names the rest once", async () => {
    const contacts = [{ ...john, phone: 5 }, { ...john, phone: 6 }, { name: "no id" }, null];
    const page = await listOf(success({ contacts, pagination: { ...pagination, total: "many", next: 2 } }));
    const { phone: _, ...readable } = john;
    expect(page.contacts).toEqual([readable, readable]);
    expect(page.pagination).toEqual({ page: 1, limit: 20, total_pages: 1, next: 2 });
    expect(page.drift).toEqual(["phone", "id", "pagination.total"]);
  });

  test("no part of a pagination that is no number", async () => {
    const wrong = { page: "1", limit: "20", total: "1", total_pages: "1" };
    const page = await listOf(success({ contacts: [], pagination: wrong }));
    expect(page.pagination).toEqual({});
    expect(page.drift).toEqual(Object.keys(wrong).map((part) => `pagination.${part}`));
  });

  test("a pagination of a wrong type as none", async () => {
    expect(await listOf(success({ contacts: [], pagination: 5 }))).toMatchObject({
      pagination: {},
      drift: ["pagination"],
    });
  });

  test.each([success(null), success({}), success({ contacts: {} }), {}, []])("nothing from %j", async (body) => {
    expect(await errorOf(listOf(body))).toMatchObject({ kind: "unexpected_response", reason: "list_unreadable" });
  });

  test("more than a contact may have, to 16 MiB", async () => {
    const contacts = [{ ...john, name: "x".repeat(3_000_000) }];
    expect((await listOf(success({ contacts }))).contacts).toHaveLength(1);
    const mebibyte = new Uint8Array(1_048_576).fill(32);
    let sent = 0;
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      sent += 1;
      controller.enqueue(mebibyte);
    };
    const { client } = testClient({ fetch: async () => new Response(new ReadableStream({ pull })) });
    expect(await errorOf(client.list())).toMatchObject({ reason: "body_too_large", params: { limit: 16_777_216 } });
    expect(sent).toBeGreaterThan(16);
    expect(sent).toBeLessThan(20);
  });
});

test("an answer 404 to a list is told as one", async () => {
  const { baseUrl } = await serve((response) => reply(response, 404, "<html>"));
  expect(await errorOf(testClient({ baseUrl }).client.list())).toMatchObject({ reason: "not_the_api" });
});
