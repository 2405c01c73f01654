import { expect, test } from "vitest";
import { readContactReference } from "../../src/contacts/findContact/contactReference.ts";

const uuid = "6f1c1f0e-8a51-4f57-9d3a-0c4c3b2a1f00";

test.each([
  ["cnt_abc123def456", "cnt_abc123def456"],
  ["  cnt_abc123def456\n", "cnt_abc123def456"],
  [uuid, uuid],
  ["https://app.getraze.com/contacts/cnt_abc123def456", "cnt_abc123def456"],
  [`https://app.getraze.com/crm?contact=${uuid}#notes`, uuid],
  ["HTTPS://APP.GETRAZE.COM/contacts/cnt_abc123def456/edit", "cnt_abc123def456"],
  ['"cnt_abc123def456",', "cnt_abc123def456"],
])("%j names a contact", (typed, id) => {
  expect(readContactReference(typed)).toEqual({ kind: "contacts", ids: [id], leftOut: [] });
});

test.each([
  `cnt_1 ${uuid}`,
  `cnt_1,${uuid}`,
  `cnt_1\r\n${uuid}\n`,
  `cnt_1; ${uuid};`,
  `["cnt_1", "${uuid}"]`,
  `https://app.getraze.com/contacts/cnt_1\thttps://app.getraze.com/contacts/${uuid}`,
])("%j names two contacts", (typed) => {
  expect(readContactReference(typed)).toEqual({ kind: "contacts", ids: ["cnt_1", uuid], leftOut: [] });
});

test("several ids are named once each, in their order, and what is no id is told", () => {
  expect(readContactReference("cnt_b cnt_a cnt_b cnt-c https://app.getraze.com/help")).toEqual({
    kind: "contacts",
    ids: ["cnt_b", "cnt_a"],
    leftOut: ["cnt-c", "https://app.getraze.com/help"],
  });
});

test("a whole address book is read", () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `cnt_${index}`);
  expect(readContactReference(ids.join("\n"))).toEqual({ kind: "contacts", ids, leftOut: [] });
});

test.each(["", "Jo", "John Doe", "Acme", "AC/DC", "john2024@example.com", "O'Neill", "cnt_"])(
  "%j is words",
  (typed) => {
    expect(readContactReference(typed)).toEqual({ kind: "words", text: typed, maybeIds: [] });
  },
);

test.each([
  ["lead-2024-00017", ["lead-2024-00017"]],
  ["lead-17 lead-18", ["lead-17", "lead-18"]],
  ["agency 2024", []],
])("%j is words that may be ids", (typed, maybeIds) => {
  expect(readContactReference(typed)).toEqual({ kind: "words", text: typed, maybeIds });
});

test.each(["https://app.getraze.com/contacts", "https://", "http://[", "HTTPS://X"])("%j has no id", (typed) => {
  expect(readContactReference(typed)).toEqual({ kind: "refused", fault: "no_id_in_address" });
});

test.each([
  ["cnt_1/../keys", "contact_id_slash"],
  ["..", "contact_id_dots"],
])("an id that cannot be one, %j, is refused in words", (typed, code) => {
  expect(readContactReference(typed)).toMatchObject({
    kind: "refused",
    fault: { code, message: expect.stringMatching(/\w.+\./) },
  });
});

test("a text that nobody looks for is refused", () => {
  expect(readContactReference("word ".repeat(100))).toEqual({ kind: "refused", fault: "too_long" });
  expect(readContactReference("x".repeat(10_000_000))).toEqual({ kind: "refused", fault: "too_long" });
});
