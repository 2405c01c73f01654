import { contactIdSchema, parseContactId } from "@raze-contacts/schema";
import { expect, expectTypeOf, test } from "vitest";

const codeOf = (value: unknown) => {
  const parsed = parseContactId(value);
  return parsed.ok ? "accepted" : parsed.error.code;
};

test.each([
  "cnt_abc123def456",
  "6f1c1f5e-5f0f-4a3e-9d0b-0d8f9f0a7c11",
  "0",
  "a b",
  " cnt_padded ",
  "...",
  ".hidden",
  "a?b#c%2F&d=e",
  "%2e%2e",
  "josé",
  "日本",
  "🦊",
  "constructor",
  "__proto__",
  "x".repeat(10_000),
])("accepts %j unchanged", (id) => {
  expect(parseContactId(id)).toEqual({ ok: true, id });
});

test.each([
  ["", "contact_id_blank"],
  [" \t\n", "contact_id_blank"],
  ["\u00a0\u3000\ufeff", "contact_id_blank"],
  [".", "contact_id_dots"],
  ["..", "contact_id_dots"],
  ["a/b", "contact_id_slash"],
  ["/", "contact_id_slash"],
  ["..\\b", "contact_id_slash"],
  ["../x", "contact_id_slash"],
  ["a\u0000b", "contact_id_control"],
  ["cnt_1\n", "contact_id_control"],
  ["a\u007f", "contact_id_control"],
  ["a\u0085b", "contact_id_control"],
  ["a\ud83e", "contact_id_surrogate"],
  ["\udd8ab", "contact_id_surrogate"],
])("refuses %j: %s", (id, code) => {
  expect(codeOf(id)).toBe(code);
  expect(contactIdSchema.safeParse(id).success).toBe(false);
});

test.each([[null], [undefined], [5], [{}], [["cnt_1"]], [Symbol("cnt_1")], [new String("cnt_1")]])(
  "what is no text is said to be none: %o",
  (value) => {
    expect(codeOf(value)).toBe("not_text");
  },
);

test("a plain parse of the schema speaks in words", () => {
  expect(() => contactIdSchema.parse("a/b")).toThrow("cannot contain a slash");
  expect(() => contactIdSchema.parse(null)).toThrow("This must be text.");
  expect(contactIdSchema.safeParse("..").error?.issues).toMatchObject([
    { code: "custom", path: [], params: { code: "contact_id_dots", params: {} } },
  ]);
});

test("the error does not repeat the refused id", () => {
  expect(JSON.stringify(parseContactId("secret/../id"))).not.toContain("secret");
});

test("an id that was parsed is a type of its own", () => {
  const parsed = parseContactId("cnt_1");
  if (parsed.ok) {
    expectTypeOf(parsed.id).toExtend<string>();
    expectTypeOf<string>().not.toExtend<typeof parsed.id>();
  }
});
