import { expect, test } from "vitest";
import { readContactLink } from "../../src/contacts/findContact/contactLink.ts";

const link = (path: string, query = "", fragment = "") => readContactLink({ path, query, fragment });

test.each(["cnt_abc123def456", "6f1c1f0e-8a51-4f57-9d3a-0c4c3b2a1f00", "lead-2024-00017"])("opens %j", (id) => {
  expect(link(`/contact/${id}`)).toEqual({ kind: "contact", id });
});

test.each([
  "",
  "/",
  "/contact",
  "/contact/",
  "/contacts/cnt_1",
  "/contact/cnt_1/",
  "/contact/cnt_1/edit",
  "/contact/a/../b",
  "/contact//cnt_1",
  "contact/cnt_1",
  "/CONTACT/cnt_1",
  "/evil/contact/cnt_1",
])("refuses the path %j", (path) => {
  expect(link(path)).toEqual({ kind: "refused", why: "other_path" });
});

test.each([
  ".",
  "..",
  "cnt_1\\..\\keys",
  "cnt_1?search=x",
  "cnt_1#x",
  "cnt 1",
  " ",
  "cnt_1\n",
  "cnt_1\u0000",
  "cnt_1\u202Eexe",
  "cnt_\u0430bc",
  "%2e%2e",
  "$(trash)",
  "a".repeat(101),
])("refuses the id %j", (id) => {
  expect(link(`/contact/${id}`)).toEqual({ kind: "refused", why: "odd_id" });
});

test("refuses what stands behind the id", () => {
  expect(link("/contact/cnt_1", "key=x")).toEqual({ kind: "refused", why: "more_than_id" });
  expect(link("/contact/cnt_1", "", "x")).toEqual({ kind: "refused", why: "more_than_id" });
});
