import {
  type ContactField,
  type ContactUpdate,
  contactFieldNames,
  fieldFaults,
  findJsonFaults,
  parseContactId,
  parseContactUpdate,
  sentences,
} from "@raze-contacts/schema";
import fc from "fast-check";
import { expect, test } from "vitest";

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});
// -0 travels as 0.
const exact = (_: string, value: unknown): unknown =>
  typeof value === "number" ? Math.max(Number.MIN_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER)) : value;
const jsonValue = fc.jsonValue({ maxDepth: 8 }).map((value): unknown => JSON.parse(JSON.stringify(value), exact));

const text = fc.string({ unit: "binary" });
const valuesOf: Record<ContactField, fc.Arbitrary<unknown>> = {
  name: text,
  email: fc.oneof(fc.emailAddress(), fc.constant("")),
  phone: text,
  company: text,
  position: text,
  linkedin_url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.constant("")),
  tags: fc.array(text),
  custom_fields: fc.dictionary(text, jsonValue),
};
const brokenValuesOf: Record<ContactField, fc.Arbitrary<unknown>> = {
  ...valuesOf,
  name: fc.constantFrom("", " ", "\n"),
  email: text,
  linkedin_url: text,
  tags: fc.array(fc.constantFrom("", " ", "hot-lead")),
  custom_fields: fc.dictionary(
    text,
    fc.constantFrom(Number.NaN, undefined, new Date(0), JSON.parse('{"__proto__":1}')),
  ),
};
const canBeWrong: ReadonlySet<ContactField> = new Set(["name", "email", "linkedin_url", "tags", "custom_fields"]);
const nearlyUpdate = fc.record(valuesOf, { requiredKeys: [] });
const maybeBroken = fc
  .tuple(nearlyUpdate, fc.dictionary(fc.constantFrom(...contactFieldNames, "id", "__proto__"), anything))
  .map(([update, broken]) => ({ ...update, ...broken }));

const accepted = (value: unknown): ContactUpdate | undefined => {
  const parsed = parseContactUpdate(value);
  return parsed.ok ? parsed.update : undefined;
};

test("no value makes parsing throw, and every error has its sentence and place", () => {
  fc.assert(
    fc.property(fc.oneof(anything, maybeBroken), (value) => {
      const parsed = parseContactUpdate(value);
      if (parsed.ok) return;
      expect(parsed.errors.length).toBeGreaterThan(0);
      for (const { code, message, path } of parsed.errors) {
        expect(Object.keys(sentences)).toContain(code);
        expect(message).not.toBe("");
        expect(path.every((step) => typeof step === "string" || typeof step === "number")).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(contactFieldNames)("a value of %s alone has the faults that it has in an update", (field) => {
  let count = 0;
  fc.assert(
    fc.property(fc.oneof(valuesOf[field], brokenValuesOf[field]), (value) => {
      const parsed = parseContactUpdate({ [field]: value });
      if (!parsed.ok) count += 1;
      // Each arbitrary makes values of its field's type.
      expect(fieldFaults(field, value as never)).toEqual(parsed.ok ? [] : parsed.errors);
    }),
    { numRuns: 300 },
  );
  expect(count > 0).toBe(canBeWrong.has(field));
});

test("no value makes reading an id throw; an accepted one survives a URL", () => {
  fc.assert(
    fc.property(fc.oneof(anything, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (value) => {
      const parsed = parseContactId(value);
      if (!parsed.ok) return;
      const { pathname } = new URL(`https://example.com/contacts/${encodeURIComponent(parsed.id)}`);
      const [, folder, last = "", ...more] = pathname.split("/");
      expect([folder, decodeURIComponent(last), more]).toEqual(["contacts", value, []]);
    }),
    { numRuns: 300 },
  );
});

test("every JSON value within the limits travels as JSON", () => {
  fc.assert(
    fc.property(jsonValue, (value) => {
      const faults = findJsonFaults(value).map(({ code }) => code);
      const hasProtoKey = JSON.stringify(value).includes('"__proto__":');
      expect(faults).toEqual(hasProtoKey ? expect.arrayContaining(["json_proto_key"]) : []);
    }),
  );
});

test("what is found without fault is the same after JSON", () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: false, withSparseArray: true, withDate: true }), (value) => {
      fc.pre(findJsonFaults(value).length === 0);
      expect(JSON.parse(JSON.stringify(value))).toEqual(withoutNegativeZero(value));
    }),
    { numRuns: 300 },
  );
});

test("an accepted update has the value that was given, and is accepted again after JSON", () => {
  let count = 0;
  fc.assert(
    fc.property(fc.oneof(nearlyUpdate, maybeBroken), (value) => {
      const update = accepted(value);
      if (update === undefined) return;
      count += 1;
      expect(update).toEqual(value);
      const again: unknown = JSON.parse(JSON.stringify(update));
      expect(accepted(again)).toEqual(withoutNegativeZero(update));
    }),
    { numRuns: 300 },
  );
  expect(count).toBeGreaterThan(30);
});

/** JSON has one zero only. */
function withoutNegativeZero(value: unknown): unknown {
  if (value === 0) return 0;
  if (Array.isArray(value)) return value.map((item) => withoutNegativeZero(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutNegativeZero(child)]));
}
