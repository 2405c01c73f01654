import { expect, test } from "vitest";
import { readContactReference } from "../../src/contacts/contactReference.ts";

const uuid = "6f1c1f0e-8a51-4f57-9d3a-0c4c3b2a1f00";

test.each([
  ["cnt_abc123def456", "cnt_abc123def456"],
  ["  cnt_abc123def456\n", "cnt_abc123def456"],
  [uuid, uuid],
  ["https://app.getraze.com/contacts/cnt_abc123def456", "cnt_abc123def456"],
  [`https://app.getraze.com/crm?contact=${uuid}#notes`, uuid],
  ["HTTPS://APP.GETRAZE.COM/contacts/cnt_abc123def456/edit", "cnt_abc123def456"],
  ["lead-2024-00017", "lead-2024-00017"],
])("%j names a contact", (typed, id) => {
  expect(readContactReference(typed)).toEqual({ kind: "id", id });
});

test.each(["", "  ", "Jo", "John Doe", "Acme"])("%j is words", (typed) => {
  expect(readContactReference(typed)).toEqual({ kind: "words" });
});

test.each(["..", "a/b", "https://app.getraze.com/contacts", "https://", "cnt_1\u0000"])(
  "%j is refused in words",
  (typed) => {
    expect(readContactReference(typed)).toEqual({ kind: "refused", message: expect.stringMatching(/\w.+\./) });
  },
);
