import { parseContactUpdate } from "@raze-contacts/schema";
import { expect, test } from "vitest";

const faults = (value: unknown) => {
  const parsed = parseContactUpdate(value);
  return parsed.ok ? [] : parsed.errors.map(({ path, code }) => `${path.join(".")}: ${code}`);
};

class Draft {
  name = "John";
}

test.each<[string, unknown, string[]]>([
  ["an empty update", {}, [": update_empty"]],
  ["only undefined", { position: undefined }, [": update_empty"]],
  ["a list", [], [": update_not_object"]],
  ["null", null, [": update_not_object"]],
  ["nothing", undefined, [": update_not_object"]],
  ["JSON as text", '{"name":"John"}', [": update_not_object"]],
  ["a function", () => ({ name: "John" }), [": update_not_object"]],
  ["an Error, whose name is not a contact's", new TypeError("boom"), [": update_not_object"]],
  ["a Map", new Map([["name", "John"]]), [": update_not_object"]],
  ["a Date", new Date(0), [": update_not_object"]],
  ["an instance of a class", new Draft(), [": update_not_object"]],
  ["inherited fields", Object.create({ name: "John" }), [": update_not_object"]],

  ["an unknown field", { nickname: "J" }, ["nickname: unknown_field"]],
  ["several unknown fields", { id: "1", source: "x" }, ["id: unknown_field", "source: unknown_field"]],
  ["a field in another case", { Name: "John" }, ["Name: unknown_field"]],
  ["a __proto__ field", JSON.parse('{"name":"J","__proto__":{}}'), ["__proto__: unknown_field"]],
  ["an unknown field that is undefined", { name: "J", nickname: undefined }, ["nickname: unknown_field"]],

  ...["name", "email", "phone", "company", "position", "linkedin_url", "tags", "custom_fields"].map(
    (field): [string, unknown, string[]] => [`null for ${field}`, { [field]: null }, [`${field}: null_refused`]],
  ),
  ...["name", "email", "phone", "company", "position", "linkedin_url"].flatMap((field): [string, unknown, string[]][] =>
    [5, true, ["text"], {}, 1n, Symbol("text"), Object("text")].map((value) => [
      `a ${typeof value} for ${field}`,
      { [field]: value },
      [`${field}: not_text`],
    ]),
  ),

  ["a blank name", { name: " " }, ["name: name_blank"]],
  ["an empty name", { name: "" }, ["name: name_blank"]],
  ["a name of no-break spaces", { name: "\u00a0\u2003" }, ["name: name_blank"]],
  ["an e-mail without @", { email: "john" }, ["email: email_at"]],
  ["a LinkedIn URL without a scheme", { linkedin_url: "linkedin.com/in/x" }, ["linkedin_url: url_scheme"]],
  ["a LinkedIn URL inside a text", { linkedin_url: "see https://linkedin.com/in/x" }, ["linkedin_url: url_scheme"]],
  ["a LinkedIn URL inside another", { linkedin_url: "https:/https://linkedin.com" }, ["linkedin_url: url_invalid"]],
  ["a blank LinkedIn URL", { linkedin_url: " " }, ["linkedin_url: url_scheme"]],
  ["another scheme", { linkedin_url: "javascript:alert(1)" }, ["linkedin_url: url_scheme"]],
  ["a scheme alone", { linkedin_url: "https://" }, ["linkedin_url: url_invalid"]],
  ["one slash", { linkedin_url: "https:/linkedin.com" }, ["linkedin_url: url_invalid"]],
  ["three slashes", { linkedin_url: "https:///linkedin.com" }, ["linkedin_url: url_invalid"]],
  ["a URL with a space", { linkedin_url: "https://linkedin.com/in/john doe" }, ["linkedin_url: url_invalid"]],
  ["a URL with a space behind", { linkedin_url: "https://linkedin.com/in/x " }, ["linkedin_url: url_invalid"]],
  ["a URL with a bad port", { linkedin_url: "https://linkedin.com:99999" }, ["linkedin_url: url_invalid"]],

  ["text for tags", { tags: "a,b" }, ["tags: not_list"]],
  ["an object for tags", { tags: { 0: "a", length: 1 } }, ["tags: not_list"]],
  ["a Set for tags", { tags: new Set(["a"]) }, ["tags: not_list"]],
  ["tags that are no tags", { tags: ["", 1, " "] }, ["tags.0: tag_blank", "tags.1: not_text", "tags.2: tag_blank"]],
  ["tag objects", { tags: [{ id: 1, name: "a" }] }, ["tags.0: not_text"]],
  ["null among tags", { tags: ["a", null] }, ["tags.1: null_refused"]],
  ["a hole among tags", { tags: Object.assign([], { 0: "a", 2: "b" }) }, ["tags.1: not_text"]],

  ["custom fields that are a list", { custom_fields: [] }, ["custom_fields: not_object"]],
  ["custom fields that are text", { custom_fields: "{}" }, ["custom_fields: not_object"]],
  ["custom fields that are a Map", { custom_fields: new Map() }, ["custom_fields: not_object"]],
  ["NaN deep inside", { custom_fields: { a: { b: Number.NaN } } }, ["custom_fields.a.b: json_number"]],
  [
    "a __proto__ key inside",
    { custom_fields: JSON.parse('{"__proto__":1}') },
    ["custom_fields.__proto__: json_proto_key"],
  ],

  [
    "faults in several fields, all of them",
    { name: "", email: "x", tags: [""], custom_fields: { a: undefined }, nickname: "J" },
    [
      "name: name_blank",
      "email: email_at",
      "tags.0: tag_blank",
      "custom_fields.a: json_value",
      "nickname: unknown_field",
    ],
  ],
])("refuses %s", (_, update, expected) => {
  expect(faults(update)).toEqual(expected);
});
