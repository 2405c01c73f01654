import { expect, test } from "vitest";
import { findUnapplied } from "../src/index.ts";

test("names the field, what was sent and what came back", () => {
  expect(findUnapplied({ name: "J", position: "CTO" }, { name: "J", position: "CEO" })).toEqual([
    { field: "position", sent: "CTO", returned: "CEO" },
  ]);
});

test.each([
  ["empty text", { position: "" }, [{ position: "" }, { position: null }, {}]],
  ["no tags", { tags: [] }, [{ tags: [] }, { tags: null }, {}]],
  ["no custom fields", { custom_fields: {} }, [{ custom_fields: {} }, { custom_fields: null }, {}]],
])("%s counts as applied when it comes back empty, null or not at all", (_, update, answers) => {
  for (const answer of answers) expect(findUnapplied(update, answer)).toEqual([]);
});

test("tags are applied whatever their order and form", () => {
  expect(findUnapplied({ tags: ["a", "b"] }, { tags: [{ name: "b" }, "a"] })).toEqual([]);
});

test("a removed custom field that comes back from a server that merges is unapplied", () => {
  const update = { custom_fields: { b: 1 } };
  expect(findUnapplied(update, { custom_fields: { a: 1, b: 1 } })).toEqual([
    { field: "custom_fields", sent: { b: 1 }, returned: { a: 1, b: 1 } },
  ]);
});

test("a field that came back unreadable is not proven, even if it was to be empty", () => {
  expect(findUnapplied({ tags: [] }, {}, ["tags"])).toEqual([{ field: "tags", sent: [], returned: undefined }]);
});

test("a field that is undefined was not sent", () => {
  expect(findUnapplied({ name: undefined }, { name: "J" })).toEqual([]);
});
