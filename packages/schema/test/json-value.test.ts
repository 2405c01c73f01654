import { runInNewContext } from "node:vm";
import { findJsonFaults, isPlainObject, jsonLimits, parseContactUpdate } from "@raze-contacts/schema";
import { expect, test } from "vitest";

const objects = (levels: number): unknown => (levels === 1 ? {} : { inside: objects(levels - 1) });
const lists = (levels: number): unknown => (levels === 1 ? [] : [lists(levels - 1)]);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, index]));

const faults = (value: unknown) => findJsonFaults(value).map(({ path, code }) => `${path.join(".")}: ${code}`);

class Person {
  name = "John";
}

const cycle: { a: object; again: unknown[] } = { a: { b: [] }, again: [] };
cycle.again.push(cycle);

test.each<[string, unknown]>([
  ["every kind of JSON", { text: "x", number: -1.5e-300, yes: true, no: false, nothing: null, list: [[], {}, "a"] }],
  ["empty", {}],
  ["an object without a prototype", Object.assign(Object.create(null), { a: 1 })],
  ["an object of another realm", runInNewContext("({ a: [1] })")],
  ["keys named like parts of every object", { constructor: 1, toString: "x", hasOwnProperty: [], prototype: {} }],
  ["empty and strange keys", { "": 1, " ": 2, "a.b": 3, "\u0000": 4, "🦊": 5 }],
  ["half a surrogate pair", { a: "\ud83e" }],
  ["the same object twice, side by side", { a: many(2), b: many(2) }],
  ["numbers at the edge", { a: Number.MAX_SAFE_INTEGER, b: 5e-324, c: Number.MIN_SAFE_INTEGER, d: -0 }],
  ["objects 32 levels deep", objects(jsonLimits.depth)],
  ["10,000 values", many(jsonLimits.values)],
  ["10,000 values, nested", { list: Array.from({ length: jsonLimits.values - 1 }, () => 0) }],
])("travels as JSON: %s", (_, value) => {
  expect(faults(value)).toEqual([]);
  expect(parseContactUpdate({ custom_fields: value })).toEqual({ ok: true, update: { custom_fields: value } });
});

test("a shared object is no cycle", () => {
  const shared = { a: 1 };
  expect(faults({ one: shared, two: [shared, shared] })).toEqual([]);
});

test.each<[string, unknown, string[]]>([
  ["undefined", { a: undefined }, ["a: json_value"]],
  ["a hole in a list", { a: Object.assign([], { 0: 1, 2: 3 }) }, ["a.1: json_value"]],
  ["a function", { a: () => 1 }, ["a: json_value"]],
  ["a method toJSON", { a: { toJSON: () => 1 } }, ["a.toJSON: json_value"]],
  ["a symbol", { a: Symbol("a") }, ["a: json_value"]],
  ["a bigint", { a: 1n }, ["a: json_value"]],
  ["a Date", { a: new Date(0) }, ["a: json_value"]],
  [
    "a Map, a Set, a RegExp",
    { a: [new Map(), new Set(), /a/] },
    ["a.0: json_value", "a.1: json_value", "a.2: json_value"],
  ],
  ["an instance of a class", { a: new Person() }, ["a: json_value"]],
  ["a boxed text", { a: Object("text") }, ["a: json_value"]],
  ["NaN and Infinity", { a: Number.NaN, b: [-Infinity] }, ["a: json_number", "b.0: json_number"]],
  [
    "numbers that have lost digits",
    { a: 2 ** 53, b: [-(2 ** 53)], c: Number.MAX_VALUE },
    ["a: json_number", "b.0: json_number", "c: json_number"],
  ],
  ["a __proto__ key", JSON.parse('{"a":{"__proto__":1}}'), ["a.__proto__: json_proto_key"]],
  ["a cycle", cycle, ["again.0: json_cycle"]],
  ["objects 33 levels deep", objects(jsonLimits.depth + 1), [`${Array(32).fill("inside").join(".")}: json_depth`]],
  ["lists 33 levels deep", { a: lists(jsonLimits.depth) }, [`a${".0".repeat(31)}: json_depth`]],
  ["10,001 values", many(jsonLimits.values + 1), [": json_size"]],
  ["20,000 values", many(jsonLimits.values * 2), [": json_size"]],
  ["10,001 values, nested", { list: Array.from({ length: jsonLimits.values }, () => 0) }, [": json_size"]],
])("does not travel as JSON: %s", (_, value, expected) => {
  expect(faults(value)).toEqual(expected);
});

test("every fault has its place", () => {
  expect(faults({ a: Number.NaN, b: { c: [undefined, 1n] }, ...JSON.parse('{"__proto__":1}') })).toContain(
    "b.c.1: json_value",
  );
  expect(faults({ a: Number.NaN, b: { c: [undefined, 1n] } })).toEqual([
    "a: json_number",
    "b.c.0: json_value",
    "b.c.1: json_value",
  ]);
});

test("a value as deep or as large as memory allows is refused, not crashed on", () => {
  let deep: unknown = {};
  for (let level = 0; level < 1_000_000; level += 1) deep = { deep };
  expect(faults(deep)).toHaveLength(1);
  expect(faults(Object.assign([], { length: 4_000_000_000 })).at(-1)).toBe(": json_size");
  let doubled: unknown = "x";
  for (let level = 0; level < 30; level += 1) doubled = [doubled, doubled];
  expect(faults(doubled)).toEqual([": json_size"]);
});

test.each<[unknown, boolean]>([
  [{}, true],
  [Object.create(null), true],
  [runInNewContext("({})"), true],
  [[], false],
  [null, false],
  [undefined, false],
  ["text", false],
  [() => 1, false],
  [new Person(), false],
  [new Date(0), false],
  [Object.create({ inherited: 1 }), false],
])("%o is a plain object: %s", (value, expected) => {
  expect(isPlainObject(value)).toBe(expected);
});
