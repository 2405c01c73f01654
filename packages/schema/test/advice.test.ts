import { adviseContactUpdate, type ContactUpdate } from "@raze-contacts/schema";
import { expect, test } from "vitest";

const advice = (update: ContactUpdate) =>
  adviseContactUpdate(update).map(({ path, code }) => `${path.join(".")}: ${code}`);

test.each<[string, ContactUpdate]>([
  ["the vendor's example", { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] }],
  ["phones in international form", { phone: "+5511999999999" }],
  ["a phone with spaces and signs", { phone: "+44 (20) 7946-0112" }],
  ["LinkedIn", { linkedin_url: "https://linkedin.com/in/johndoe" }],
  ["LinkedIn in a country", { linkedin_url: "http://BR.LinkedIn.com:443/in/johndoe" }],
  ["emptied fields", { phone: "", linkedin_url: "", tags: [], custom_fields: {} }],
  ["tags that differ in case", { tags: ["a", "A", " a"] }],
  [
    "texts as long as was seen",
    { name: "x".repeat(500), phone: `+1 2345678${" ".repeat(40)}`, tags: ["x".repeat(100)] },
  ],
  ["characters of two code units, counted once", { name: "🦊".repeat(500), tags: ["🦊".repeat(100)] }],
  ["a position of any length", { position: "x".repeat(10_000) }],
])("nothing to say of %s", (_, update) => {
  expect(advice(update)).toEqual([]);
});

test.each<[string, ContactUpdate, string[]]>([
  ["a local phone", { phone: "(415) 555-0109" }, ["phone: phone_not_international"]],
  ["a phone with letters", { phone: "+1 800 FLOWERS" }, ["phone: phone_not_international"]],
  ["a phone with words before it", { phone: "call +5511999999999" }, ["phone: phone_not_international"]],
  ["a phone that begins with +0", { phone: "+0123456789" }, ["phone: phone_not_international"]],
  ["another host", { linkedin_url: "https://example.com/in/x" }, ["linkedin_url: linkedin_other_host"]],
  ["a host that only ends alike", { linkedin_url: "https://notlinkedin.com" }, ["linkedin_url: linkedin_other_host"]],
  [
    "a host that only begins alike",
    { linkedin_url: "https://linkedin.com.example" },
    ["linkedin_url: linkedin_other_host"],
  ],
  [
    "LinkedIn as a user name",
    { linkedin_url: "https://linkedin.com@example.com" },
    ["linkedin_url: linkedin_other_host"],
  ],
  ["a tag three times", { tags: ["a", "b", "a", "a"] }, ["tags.2: tag_doubled", "tags.3: tag_doubled"]],
  ["a long tag", { tags: ["a", "x".repeat(101)] }, ["tags.1: longer_than_seen"]],
  ["a long e-mail", { email: `${"x".repeat(255)}@example.com` }, ["email: longer_than_seen"]],
  [
    "several things at once",
    { company: "x".repeat(501), phone: "1", linkedin_url: "http://x" },
    ["phone: phone_not_international", "linkedin_url: linkedin_other_host", "company: longer_than_seen"],
  ],
])("advises on %s", (_, update, expected) => {
  expect(advice(update)).toEqual(expected);
});

test("says how long a text is, in characters", () => {
  expect(adviseContactUpdate({ name: "🦊".repeat(501) })[0]?.params).toEqual({ limit: 500, length: 501 });
});
