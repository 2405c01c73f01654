import {
  adviseContactUpdate,
  type FieldError,
  type MessageCode,
  parseContactId,
  parseContactUpdate,
  sentence,
  sentences,
} from "@raze-contacts/schema";
import { expect, test } from "vitest";

const ofId = (id: unknown): FieldError[] => {
  const parsed = parseContactId(id);
  return parsed.ok ? [] : [parsed.error];
};
const ofUpdate = (update: unknown): FieldError[] => {
  const parsed = parseContactUpdate(update);
  return parsed.ok ? adviseContactUpdate(parsed.update) : parsed.errors;
};
const inCustomFields = (value: unknown) => ofUpdate({ custom_fields: { value } });
const nested = (levels: number): unknown => (levels === 0 ? 0 : [nested(levels - 1)]);
const cycle: unknown[] = [];
cycle.push(cycle);

/** For each sentence a way to be told it; only `server_refused` is said by those who read a server's answer. */
const ways: Record<Exclude<MessageCode, "server_refused">, () => FieldError[]> = {
  contact_id_blank: () => ofId(" "),
  contact_id_dots: () => ofId(".."),
  contact_id_slash: () => ofId("a/b"),
  contact_id_control: () => ofId("a\u0000"),
  contact_id_surrogate: () => ofId("\ud800"),
  update_not_object: () => ofUpdate([]),
  update_empty: () => ofUpdate({}),
  unknown_field: () => ofUpdate({ nickname: "J" }),
  null_refused: () => ofUpdate({ email: null }),
  not_text: () => ofUpdate({ name: 1 }),
  not_list: () => ofUpdate({ tags: "a" }),
  not_object: () => ofUpdate({ custom_fields: [] }),
  name_blank: () => ofUpdate({ name: "" }),
  email_at: () => ofUpdate({ email: "john" }),
  email_local: () => ofUpdate({ email: "@example.com" }),
  email_domain: () => ofUpdate({ email: "john@" }),
  url_scheme: () => ofUpdate({ linkedin_url: "x" }),
  url_invalid: () => ofUpdate({ linkedin_url: "https://" }),
  tag_blank: () => ofUpdate({ tags: [""] }),
  json_value: () => inCustomFields(undefined),
  json_number: () => inCustomFields(Number.NaN),
  json_cycle: () => inCustomFields(cycle),
  json_depth: () => inCustomFields(nested(32)),
  json_size: () => inCustomFields(Array.from({ length: 10_001 }, () => 0)),
  json_proto_key: () => inCustomFields(JSON.parse('{"__proto__":1}')),
  phone_not_international: () => ofUpdate({ phone: "(415) 555-0109" }),
  linkedin_other_host: () => ofUpdate({ linkedin_url: "https://example.com" }),
  tag_doubled: () => ofUpdate({ tags: ["a", "a"] }),
  longer_than_seen: () => ofUpdate({ name: "x".repeat(501) }),
};

test.each(Object.entries(ways))("%s is said, and says all of its parameters", (code, way) => {
  const errors = way();
  expect(errors.map((error) => error.code)).toEqual([code]);
  for (const error of errors) {
    expect(error.message).toBe(sentence(error.code, error.params));
    expect(error.message).not.toMatch(/[{}]\w/);
    expect(error.source).toBe("client");
  }
});

test("no sentence is without a way to it", () => {
  expect([...Object.keys(ways), "server_refused"].toSorted()).toEqual(Object.keys(sentences).toSorted());
});

test.each(Object.entries(sentences))("%s is a whole sentence", (_, text) => {
  expect(text).toMatch(/^[\p{Lu}{"n].*\.$/u);
});

test("parameters are filled in as they are", () => {
  expect(sentence("unknown_field", { field: "$& {field} nickname" })).toBe(
    "$& {field} nickname is not a field that can be changed.",
  );
  expect(sentence("longer_than_seen", { limit: 500, length: 0 })).toBe(
    "Some servers cut this off at 500 characters; it has 0.",
  );
});

test("a parameter that is not given stays visible", () => {
  expect(sentence("tag_doubled")).toBe("The tag {tag} appears twice.");
});
