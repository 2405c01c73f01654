import type { Contact } from "@raze-contacts/schema";
import fc from "fast-check";

// Few different values, so that the sides of a merge often agree and often differ.
const text = fc.constantFrom(null, "", "a", "b", "c");
const tag = fc.constantFrom("x", "y", "z", "__proto__");
const tagObject = tag.map((name) => ({ id: `t-${name}`, name, color: null }));
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(null, 0, 1, true, "a"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("k", "l", "constructor"), tie("value"), { maxKeys: 2, noNullPrototype: true }),
  ),
})).value;
const customFields = fc
  .array(fc.tuple(fc.constantFrom("k", "l", "m", "__proto__", "constructor"), json), { maxLength: 3 })
  .map((entries) => Object.fromEntries(entries));

const fields = {
  name: text,
  email: text,
  phone: text,
  company: text,
  position: text,
  linkedin_url: text,
  tags: fc.oneof(fc.constant(null), fc.array(fc.oneof(tag, tagObject), { maxLength: 3 })),
  custom_fields: fc.oneof(fc.constant(null), customFields),
};

/** A contact with all of the eight fields, some of them null. */
// The values are made of what a contact can hold; fast-check's `json` is typed as unknown.
export const wholeContact = fc.record({ id: fc.constant("cnt_1"), ...fields }) as fc.Arbitrary<Contact>;

/** Any of the eight fields. */
export const someFields = fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Omit<Contact, "id">>;
