import { type Contact, contactListResponseSchema } from "@raze-contacts/schema";
import { expect, test } from "vitest";
import { createSandbox, type Sandbox, sampleContacts } from "../src/index.ts";
import { call } from "./caller.ts";

const few: Contact[] = [
  { id: "1", name: "Ana", email: "ana@example.com", company: "Acme Inc", source: "linkedin", tags: ["a", "b"] },
  { id: "2", name: "Érica", email: "erica@example.org", company: "ACME INC", source: "website", tags: ["b"] },
  { id: "3", name: null, email: "zoe@example.net", company: "Acme Incorporated", tags: [{ id: 7, name: "Blue" }] },
  { id: "4", name: "bob", company: "", tags: null },
].map((contact, index) => ({ ...contact, created_at: `2024-01-0${index + 1}T00:00:00Z` }));

async function list(query: string, sandbox: Sandbox = createSandbox({ contacts: few })) {
  const answer = await call(sandbox, `/contacts${query}`);
  expect(answer.status).toBe(200);
  const { data } = contactListResponseSchema.parse(answer.body);
  if (Array.isArray(data)) throw new TypeError("the documented form has contacts inside data");
  return { ids: data.contacts.map(({ id }) => id), pagination: data.pagination };
}

test("without a query: the first twenty, newest first", async () => {
  const { ids, pagination } = await list("", createSandbox());
  const newestFirst = sampleContacts.toSorted((a, b) => String(b.created_at).localeCompare(String(a.created_at)));
  expect(ids).toEqual(newestFirst.slice(0, 20).map(({ id }) => id));
  expect(pagination).toEqual({ page: 1, limit: 20, total: sampleContacts.length, total_pages: 2 });
});

test("the pages together hold every contact once", async () => {
  const sandbox = createSandbox();
  for (const sortBy of ["created_at", "updated_at", "name", "email", "company"]) {
    const ids: string[] = [];
    for (let page = 1; page <= 6; page += 1) {
      ids.push(...(await list(`?page=${page}&limit=7&sort_by=${sortBy}&sort_order=asc`, sandbox)).ids);
    }
    expect(ids.toSorted()).toEqual(sampleContacts.map(({ id }) => id).toSorted());
  }
});

test.each([
  ["?limit=3", ["4", "3", "2"], { page: 1, limit: 3, total: 4, total_pages: 2 }],
  ["?limit=3&page=2", ["1"], { page: 2, limit: 3, total: 4, total_pages: 2 }],
  ["?page=9", [], { page: 9, limit: 20, total: 4, total_pages: 1 }],
  ["?limit=100", ["4", "3", "2", "1"], { page: 1, limit: 100, total: 4, total_pages: 1 }],
  ["?search=nobody", [], { page: 1, limit: 20, total: 0, total_pages: 0 }],
])("%s gives its page", async (query, ids, pagination) => {
  expect(await list(query)).toEqual({ ids, pagination });
});

test.each([
  ["?search=ANA", ["1"]],
  ["?search=example.org", ["2"]],
  ["?search=acme", ["3", "2", "1"]],
  [`?search=${encodeURIComponent("É")}`, ["2"]],
  [`?search=${encodeURIComponent("E\u0301")}`, ["2"]],
  ["?search=", ["4", "3", "2", "1"]],
  ["?search=%25", []],
  ["?company=acme%20inc", ["2", "1"]],
  ["?email=ANA@example.com", ["1"]],
  ["?email=ana", []],
  ["?source=website", ["2"]],
  ["?tags=a", ["1"]],
  ["?tags=b", ["2", "1"]],
  ["?tags=a,blue", ["3", "1"]],
  ["?tags=,%20", ["4", "3", "2", "1"]],
  ["?tags=b&source=linkedin&search=ana", ["1"]],
  ["?unknown=1", ["4", "3", "2", "1"]],
])("%s finds %j", async (query, ids) => {
  expect((await list(query)).ids).toEqual(ids);
});

test.each([
  ["?sort_order=asc", ["1", "2", "3", "4"]],
  ["?sort_by=created_at&sort_order=desc", ["4", "3", "2", "1"]],
  ["?sort_by=name&sort_order=asc", ["1", "4", "2", "3"]],
  ["?sort_by=name&sort_order=desc", ["2", "4", "1", "3"]],
  ["?sort_by=email&sort_order=asc", ["1", "2", "3", "4"]],
  ["?sort_by=updated_at", ["1", "2", "3", "4"]],
])("%s sorts %j; what has no value stands last", async (query, ids) => {
  expect((await list(query)).ids).toEqual(ids);
});

test("timestamps in several forms are sorted by time", async () => {
  const times = [999_999_999_999, 1_705_312_800_000, "2024-01-15T10:00:02Z", "2024-01-15 10:00:03.5+00", "no time"];
  for (const field of ["created_at", "updated_at"]) {
    const contacts = times.map((time, index) => ({ id: String(index), [field]: time }));
    const { ids } = await list(`?sort_by=${field}&sort_order=asc`, createSandbox({ contacts }));
    expect(ids).toEqual(["0", "1", "2", "3", "4"]);
  }
});

/** A list in every order. */
const permutations = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first, at) => permutations(items.toSpliced(at, 1)).map((rest) => [first, ...rest]));

test("equals stand by id, and after them what has no value, whichever came into the store first", async () => {
  const named = { a: null, b: "", c: "Ana", d: "Ana", e: "Bob" };
  for (const contacts of permutations(Object.entries(named).map(([id, name]) => ({ id, name })))) {
    const sandbox = createSandbox({ contacts });
    expect((await list("?sort_by=name&sort_order=asc", sandbox)).ids.join("")).toBe("cdeab");
    expect((await list("?sort_by=name&sort_order=desc", sandbox)).ids.join("")).toBe("ecdab");
  }
});

test.each([
  ["?page=0", ["page"]],
  ["?page=-1", ["page"]],
  ["?page=1.5", ["page"]],
  ["?page=", ["page"]],
  ["?page=99999999999999999999", ["page"]],
  ["?limit=0", ["limit"]],
  ["?limit=101", ["limit"]],
  ["?limit=1e1", ["limit"]],
  ["?sort_by=phone", ["sort_by"]],
  ["?sort_order=DESC", ["sort_order"]],
  ["?page=x&limit=x&sort_by=x&sort_order=x", ["page", "limit", "sort_by", "sort_order"]],
])("%s is refused, naming %j", async (query, names) => {
  const answer = await call(createSandbox(), `/contacts${query}`);
  expect(answer.status).toBe(400);
  const fields = Object.fromEntries(names.map((name) => [name, expect.stringContaining(`${name} must be`)]));
  expect(answer.body).toEqual({
    success: false,
    error: { code: "INVALID_PARAMETER", message: expect.any(String), details: { fields } },
  });
});
