import type { JsonValue } from "@raze-contacts/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MergeResult, mergeContacts } from "../src/index.ts";
import { wholeContact } from "./support/arbitraries.ts";
import { canonical } from "./support/equality.ts";

const merged = (result: MergeResult) => {
  if (result.kind === "conflict") throw new Error(`conflict at ${JSON.stringify(result.conflicts)}`);
  return result;
};

describe("laws", () => {
  test("if only I changed something, mine is the result", () => {
    fc.assert(
      fc.property(wholeContact, wholeContact, (base, mine) => {
        const { contact, mergedFields } = merged(mergeContacts(base, mine, base));
        expect(canonical(contact)).toEqual(canonical(mine));
        expect(mergedFields).toEqual([]);
      }),
    );
  });

  test("if only they changed something, theirs is the result", () => {
    fc.assert(
      fc.property(wholeContact, wholeContact, (base, theirs) => {
        expect(canonical(merged(mergeContacts(base, base, theirs)).contact)).toEqual(canonical(theirs));
      }),
    );
  });

  test("it does not matter which side is called mine", () => {
    fc.assert(
      fc.property(wholeContact, wholeContact, wholeContact, (base, left, right) => {
        const one = mergeContacts(base, left, right);
        const other = mergeContacts(base, right, left);
        if (one.kind === "merged" && other.kind === "merged") {
          expect(canonical(one.contact)).toEqual(canonical(other.contact));
        } else if (one.kind === "conflict" && other.kind === "conflict") {
          const paths = ({ conflicts }: typeof one) => conflicts.map(({ path }) => path.join("/")).sort();
          expect(paths(one)).toEqual(paths(other));
        } else expect(one.kind).toBe(other.kind);
      }),
    );
  });

  test("once each conflict is answered, nothing is left to ask", () => {
    fc.assert(
      fc.property(
        fc.option(wholeContact, { nil: undefined }),
        wholeContact,
        wholeContact,
        fc.constantFrom("mine" as const, "theirs" as const),
        (base, mine, theirs, take) => {
          const first = mergeContacts(base, mine, theirs);
          if (first.kind === "merged") return;
          const resolutions = first.conflicts.map((conflict) => ({ ...conflict, take }));
          expect(mergeContacts(base, mine, theirs, { resolutions }).kind).toBe("merged");
        },
      ),
    );
  });
});

test("changes of different fields merge, and those of the other side are named", () => {
  const base = { name: "J", phone: "1", tags: ["a", "b"], custom_fields: { k: 1, l: 1 } };
  const mine = { ...base, name: "K", tags: ["a", "c"], custom_fields: { k: 2, l: 1 } };
  const theirs = { id: "cnt_1", ...base, phone: "2", tags: ["a", "b", "d"], custom_fields: { k: 1, l: 1, m: 1 } };
  expect(mergeContacts(base, mine, theirs)).toStrictEqual({
    kind: "merged",
    contact: { id: "cnt_1", name: "K", phone: "2", tags: ["a", "d", "c"], custom_fields: { k: 2, l: 1, m: 1 } },
    mergedFields: ["phone", "tags", "custom_fields"],
  });
});

test("both changing a field differently is a conflict, both changing it alike is none", () => {
  const base = { name: "J", phone: "1" };
  expect(mergeContacts(base, { name: "K", phone: "2" }, { name: "L", phone: "2" })).toEqual({
    kind: "conflict",
    conflicts: [{ path: ["name"], base: "J", mine: "K", theirs: "L" }],
  });
});

test("a custom field conflicts by itself, and a removal is a change", () => {
  const base = { custom_fields: { a: 1, b: 1 } };
  const result = mergeContacts(base, { custom_fields: { b: 2 } }, { custom_fields: { a: 2, b: 1 } });
  expect(result).toEqual({
    kind: "conflict",
    conflicts: [{ path: ["custom_fields", "a"], base: 1, mine: undefined, theirs: 2 }],
  });
});

test("a tag that both added is there once, in the form that theirs has", () => {
  const { contact } = merged(mergeContacts({ tags: [] }, { tags: ["a", "b"] }, { tags: [{ id: 1, name: "a" }] }));
  expect(contact.tags).toEqual([{ id: 1, name: "a" }, "b"]);
});

test("a custom field with the name of something that every object has can be removed and added", () => {
  const base = { custom_fields: { constructor: 1, toString: 2 } };
  const mine = { custom_fields: { toString: 2, valueOf: 3 } };
  const { contact } = merged(mergeContacts(base, mine, { custom_fields: { ...base.custom_fields, b: 1 } }));
  expect(Object.entries(contact.custom_fields ?? {})).toEqual([
    ["toString", 2],
    ["b", 1],
    ["valueOf", 3],
  ]);
});

test("a field that mine leaves out is theirs", () => {
  expect(mergeContacts({ name: "J", phone: "1" }, { name: "K" }, { name: "J", phone: "2" })).toMatchObject({
    contact: { name: "K", phone: "2" },
    mergedFields: ["phone"],
  });
});

test.each([{ name: "J" }, undefined])(
  "a field that neither mine nor the base %j tells is theirs, and no news",
  (base) => {
    expect(mergeContacts(base, { name: "J" }, { name: "J", phone: "2" })).toEqual({
      kind: "merged",
      contact: { name: "J", phone: "2" },
      mergedFields: [],
    });
  },
);

test.each([
  ["tags", ["a"], ["b"], "x"],
  ["custom_fields", { a: 1 }, { b: 1 }, []],
])(
  "%s of a wrong type on any side are not merged: mine is taken, for the schema to refuse",
  (field, one, other, wrong) => {
    const of = (value: unknown) => ({ [field]: value });
    for (const [base, mine, theirs] of [
      [wrong, one, other],
      [one, wrong, other],
      [one, other, wrong],
    ]) {
      expect(mergeContacts(of(base), of(mine), of(theirs))).toMatchObject({ kind: "merged", contact: of(mine) });
    }
  },
);

test("without a base, each field of mine that differs conflicts and no other does", () => {
  const mine = { name: "K", phone: "1", tags: ["a"] };
  expect(mergeContacts(undefined, mine, { name: "J", phone: "1", email: "j@x.io" })).toEqual({
    kind: "conflict",
    conflicts: [
      { path: ["name"], base: undefined, mine: "K", theirs: "J" },
      { path: ["tags"], base: undefined, mine: ["a"], theirs: null },
    ],
  });
});

describe("a field of theirs that could not be read", () => {
  const base = { name: "J", tags: ["a"] };
  const theirs = { name: "J" };

  test("conflicts when mine changes it", () => {
    expect(mergeContacts(base, { ...base, tags: ["b"] }, theirs, { unknown: ["tags"] })).toEqual({
      kind: "conflict",
      conflicts: [{ path: ["tags"], base: ["a"], mine: ["b"], theirs: undefined }],
    });
  });

  test("is left alone when mine does not change it", () => {
    expect(mergeContacts(base, { ...base, name: "K" }, theirs, { unknown: ["tags"] })).toEqual({
      kind: "merged",
      contact: { name: "K" },
      mergedFields: [],
    });
  });

  test("conflicts too when the base is unknown as well", () => {
    expect(mergeContacts(undefined, { tags: ["b"] }, theirs, { unknown: ["tags"] })).toEqual({
      kind: "conflict",
      conflicts: [{ path: ["tags"], base: undefined, mine: ["b"], theirs: undefined }],
    });
  });

  test("does not take an answer that was given for a value that could be read", () => {
    const resolutions = [{ path: ["tags"], theirs: null, take: "mine" as const }];
    expect(mergeContacts(base, { tags: ["b"] }, theirs, { unknown: ["tags"], resolutions }).kind).toBe("conflict");
  });
});

describe("an answer to a conflict", () => {
  const base = { name: "J" };
  const answer = (theirs: unknown, take: "mine" | "theirs") => ({ resolutions: [{ path: ["name"], theirs, take }] });

  test("takes the side that it names", () => {
    expect(mergeContacts(base, { name: "K" }, { name: "L" }, answer("L", "mine"))).toMatchObject({
      contact: { name: "K" },
      mergedFields: [],
    });
    expect(mergeContacts(base, { name: "K" }, { name: "L" }, answer("L", "theirs"))).toMatchObject({
      contact: { name: "L" },
      mergedFields: ["name"],
    });
  });

  test("is for its own place alone", () => {
    const of = (value: string) => ({ name: value, phone: value });
    expect(mergeContacts(of("J"), of("K"), of("L"), answer("L", "mine"))).toMatchObject({
      kind: "conflict",
      conflicts: [{ path: ["phone"] }],
    });
  });

  test("is void once the other side has changed again", () => {
    expect(mergeContacts(base, { name: "K" }, { name: "M" }, answer("L", "mine"))).toMatchObject({
      kind: "conflict",
      conflicts: [{ theirs: "M" }],
    });
  });

  test("is found among others that were given for the same place and are void by now", () => {
    const [older, newer] = [answer("M", "theirs"), answer("L", "mine")];
    const resolutions = [...older.resolutions, ...newer.resolutions];
    expect(merged(mergeContacts(base, { name: "K" }, { name: "L" }, { resolutions })).contact).toEqual({ name: "K" });
    expect(merged(mergeContacts(base, { name: "K" }, { name: "M" }, { resolutions })).contact).toEqual({ name: "M" });
  });

  test("is void when the value it was given for is not told", () => {
    const resolutions = [{ path: ["name"], take: "mine" as const }];
    expect(mergeContacts(base, { name: "K" }, { name: "L" }, { resolutions }).kind).toBe("conflict");
    expect(mergeContacts(base, { name: "K" }, { name: null }, { resolutions }).kind).toBe("conflict");
  });

  test("are looked at once each, however many conflicts there are", () => {
    const all = (value: number) => ({ custom_fields: Object.fromEntries(Array(100).fill(value).entries()) });
    const first = mergeContacts(all(0), all(1), all(2));
    let looks = 0;
    const resolutions = (first.kind === "conflict" ? first.conflicts : []).map(({ path, theirs }) => ({
      get path() {
        looks += 1;
        return path;
      },
      theirs,
      take: "mine" as const,
    }));
    expect(merged(mergeContacts(all(0), all(1), all(2), { resolutions })).contact).toEqual(all(1));
    expect(looks).toBe(100);
  });

  test("holds when a field is empty in another way, and not when a custom field is", () => {
    expect(mergeContacts(base, { name: "K" }, { name: null }, answer("", "mine")).kind).toBe("merged");
    const resolutions = [{ path: ["custom_fields", "a"], theirs: {}, take: "mine" as const }];
    const of = (a: JsonValue) => ({ custom_fields: { a } });
    expect(mergeContacts(of(1), of(2), of({}), { resolutions }).kind).toBe("merged");
    expect(mergeContacts(of(1), of(2), of(null), { resolutions }).kind).toBe("conflict");
  });
});

test("a custom field called __proto__ is a field like any other", () => {
  const theirs = JSON.parse('{"custom_fields": {"__proto__": {"polluted": true}, "a": 1}}');
  const { contact } = merged(mergeContacts({ custom_fields: {} }, { custom_fields: { b: 1 } }, theirs));
  expect(JSON.stringify(contact.custom_fields)).toBe('{"__proto__":{"polluted":true},"a":1,"b":1}');
  expect(Object.getPrototypeOf(contact.custom_fields)).toBe(Object.prototype);
});
