import { parseContactUpdate } from "@raze-contacts/schema";
import { expect, test } from "vitest";

const faults = (value: unknown) => {
  const parsed = parseContactUpdate(value);
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.join(".")}: ${code}`);
};

test("accepts the vendor's own example unchanged", () => {
  const update = { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] };
  expect(parseContactUpdate(update)).toEqual({ ok: true, update });
});

test.each([
  ["an empty update", {}, [": update_empty"]],
  ["only undefined", { position: undefined }, [": update_empty"]],
  ["null", { email: null }, ["email: null_refused"]],
  ["a list instead of an update", [], [": update_not_object"]],
  ["an unknown field", { nickname: "J" }, ["nickname: unknown_field"]],
  ["a blank name", { name: " " }, ["name: name_blank"]],
  ["tags that are no tags", { tags: ["", 1] }, ["tags.0: tag_blank", "tags.1: not_text"]],
  ["custom fields that are a list", { custom_fields: [] }, ["custom_fields: not_object"]],
  ["NaN deep inside", { custom_fields: { a: { b: Number.NaN } } }, ["custom_fields.a.b: json_number"]],
])("refuses %s", (_, update, expected) => {
  expect(faults(update)).toEqual(expected);
});
