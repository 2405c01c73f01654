import { adviseContactUpdate, contactFieldNames, contactSchema, parseContactUpdate } from "@raze-contacts/schema";
import { expect, test } from "vitest";
import { sampleContacts } from "../src/index.ts";

const keys = ["id", ...contactFieldNames, "source", "created_at", "updated_at"];

test("there are enough of them for a second page", () => {
  expect(sampleContacts.length).toBeGreaterThan(30);
});

test("ids are unique and of the documented form", () => {
  expect(new Set(sampleContacts.map(({ id }) => id)).size).toBe(sampleContacts.length);
  for (const { id } of sampleContacts) expect(id).toMatch(/^cnt_[a-z0-9]{12}$/);
});

test.each(sampleContacts.map((contact) => [contact.id, contact] as const))("%s holds to the schema", (_, contact) => {
  expect(contactSchema.parse(contact)).toEqual(contact);
  expect(keys).toEqual(expect.arrayContaining(Object.keys(contact)));
  const values = contactFieldNames.flatMap((field) => (contact[field] ? [[field, contact[field]] as const] : []));
  const parsed = parseContactUpdate(Object.fromEntries(values));
  expect(parsed).toEqual({ ok: true, update: Object.fromEntries(values) });
  if (parsed.ok)
    expect(adviseContactUpdate(parsed.update).map(({ code }) => code)).not.toContain("linkedin_other_host");
});

test("every field of the table has its value in some contact, and its gap in another", () => {
  for (const field of contactFieldNames) {
    expect(sampleContacts.some((contact) => contact[field])).toBe(true);
    expect(sampleContacts.some((contact) => contact[field] === null)).toBe(true);
    expect(sampleContacts.some((contact) => !(field in contact))).toBe(true);
  }
});

test("nobody real can be reached: domains and numbers are those kept for examples", () => {
  const numbers = /555[ -]?0?\d|7946 0|1632 960|7700 900|99 00 |465 004 |23125 1|20 915 |5550 0|0000/;
  for (const { email, phone, linkedin_url } of sampleContacts) {
    if (email) expect(email).toMatch(/@example\.(com|net|org)$/);
    if (linkedin_url) expect(linkedin_url).toMatch(/^https:\/\/linkedin\.com\/in\/(johndoe|[a-z-]+-example)$/);
    if (phone && phone !== "+5511999999999") expect(phone).toMatch(numbers);
  }
});
