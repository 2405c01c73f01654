import { expect, test } from "vitest";
import { rowOf } from "../../webview/customFields/customFieldRows.ts";
import { readRows, retyped } from "../../webview/customFields/readRows.ts";
import { rowsAfter } from "../../webview/customFields/rowChanges.ts";
import { caretAfterChange } from "../../webview/fields/caret.ts";
import { addTags, splitTags, withRemoved } from "../../webview/fields/lists.ts";

test.each([
  ["before a change", "abcdef", "abcXdef", 2, 2],
  ["behind a change", "abcdef", "abcXdef", 5, 6],
  ["at an insertion", "abcdef", "abcXdef", 3, 4],
  ["inside what was deleted", "abcdef", "aef", 3, 1],
  ["inside what was replaced", "Head of Sales", "Head of IT", 10, 10],
  ["at the end of a text that is cleared", "abc", "", 3, 0],
  ["in a text of one letter that grows by the same", "aa", "aaa", 2, 3],
  ["right before what was deleted", "abcdef", "abef", 2, 2],
])("puts the caret where it belongs: %s", (_, before, after, caret, expected) => {
  expect(caretAfterChange(before, after, caret)).toBe(expected);
});

test("splits and joins lists of tags", () => {
  expect(splitTags(" a, ,b;c\r\nd ")).toEqual(["a", "b", "c", "d"]);
  expect(addTags(["a"], ["b", "a", "b"])).toEqual({ tags: ["a", "b"], fresh: ["b"], doubled: ["a", "b"] });
});

test("keeps what was removed in its place", () => {
  const shown = (drafted: string[], stored: string[]) =>
    withRemoved(drafted, (name) => name, stored).map(({ item, removed }) => item ?? `-${removed}`);
  expect(shown(["b", "x"], ["a", "b", "c", "d"])).toEqual(["-a", "b", "-c", "-d", "x"]);
  expect(shown([], ["a", "b"])).toEqual(["-a", "-b"]);
  expect(shown(["b", "a"], ["a", "b"])).toEqual(["b", "a"]);
});

test("gives a doubled name to the row that had it", () => {
  const [first, second] = [rowOf("a", 1), rowOf("b", 2)];
  const { fields, faults } = readRows([{ ...first, name: "b" }, second]);
  expect(fields).toEqual({ a: 1, b: 2 });
  expect([...faults.keys()]).toEqual([first.key]);
});

test("never drops a value because another row is half typed", () => {
  const rows = readRows([rowOf("a", 1), rowOf("b", { c: [1] })]).rows;
  const [first, second] = rows;
  if (!first || !second) throw new Error("two rows were made");
  const broken = readRows([first, { ...second, text: '{"c":' }]);
  expect(broken.fields).toEqual({ a: 1, b: { c: [1] } });
});

test("keeps a row's identity through a change of its value, and through an undone rename", () => {
  const [row] = readRows([rowOf("a", 1)]).rows;
  if (!row) throw new Error("a row was made");
  expect(rowsAfter({ a: 2 }, [row])[0]).toMatchObject({ key: row.key, name: "a", text: "2" });
  const renamed = readRows([{ ...row, name: "b" }]).rows;
  expect(rowsAfter({ a: 1 }, renamed)[0]).toMatchObject({ key: row.key, name: "a" });
});

test.each([
  ["text", "12", "number", "12"],
  ["text", 'a "b"', "json", '"a \\"b\\""'],
  ["json", '"a"', "text", "a"],
  ["json", "[1]", "text", "[1]"],
  ["text", "Yes", "yes_no", "true"],
  ["yes_no", "true", "text", "true"],
  ["number", "1e3", "json", "1000"],
  ["number", "12345678901234567890", "text", "12345678901234567890"],
] as const)("carries a value over from %s %j to %s", (type, text, next, expected) => {
  expect(retyped({ ...rowOf("a", ""), type, text }, next)).toMatchObject({ type: next, text: expected });
});
