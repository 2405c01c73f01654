import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  customValueText,
  lineText,
  readCustomValue,
  readLine,
  readTags,
  tagsText,
} from "../../src/contacts/changes/valueText.ts";

describe("tags on one line", () => {
  test.each([
    ["hot-lead, enterprise", ["hot-lead", "enterprise"]],
    ["  hot lead ,enterprise  ", ["hot lead", "enterprise"]],
    ['"Smith, John", vip', ["Smith, John", "vip"]],
    ['5" screen, vip', ['5" screen', "vip"]],
    ['" spaced "', [" spaced "]],
    ["a,,b,", ["a", "b"]],
    ['""', [""]],
    ["", []],
    ["  ", []],
  ])("%s is read as %j", (text, tags) => {
    expect(readTags(text)).toEqual({ kind: "value", value: tags });
  });

  test.each(['"Smith, John', '"Smith" John', '"\\x"', 'a, "b'])("%s is unreadable", (text) => {
    expect(readTags(text)).toEqual({ kind: "unreadable" });
  });

  test("only what needs quotes gets them", () => {
    expect(tagsText(["vip", "Smith, John", '5" screen', '"quoted"', "two\nlines"])).toBe(
      'vip, "Smith, John", 5" screen, "\\"quoted\\"", "two\\nlines"',
    );
  });

  test("what is written is read back, whatever the tags", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (tags) => {
        expect(readTags(tagsText(tags))).toEqual({ kind: "value", value: tags });
      }),
    );
  });
});

describe("text on one line", () => {
  test.each([
    ["Line one⏎Line two!", "Line one\nLine two", "Line one\nLine two!"],
    ["a⏎⏎b", "a\r\nb", "a\r\n\r\nb"],
    ["⏎ pressed twice", "⏎ pressed", "⏎ pressed twice"],
    ["", "a\nb", ""],
  ])("%s, where %j was, is read as %j", (line, written, text) => {
    expect(readLine(line, written)).toBe(text);
  });

  test("what is written has no line break and is read back, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "⏎") }), (text) => {
        expect(lineText(text)).not.toMatch(/[\r\n]/);
        expect(readLine(lineText(text), text)).toBe(text);
      }),
    );
  });
});

describe("the value of a custom field on one line", () => {
  test.each([
    ["Technology", "Technology"],
    ["50-200", "50-200"],
    ["12.5", 12.5],
    ["-3", -3],
    ['"12.5"', "12.5"],
    ["007", "007"],
    ["1e5", "1e5"],
    ["12345678901234567890", "12345678901234567890"],
    ["Infinity", "Infinity"],
    ["true", true],
    ["null", null],
    ["True", "True"],
    ['["a", 1]', ["a", 1]],
    ['{"a": {"b": null}}', { a: { b: null } }],
    ['""', ""],
  ])("%s is read as %j", (text, value) => {
    expect(readCustomValue(text)).toEqual({ kind: "value", value });
  });

  test.each(['{"a": ', "[1, 2", '"open', "{a: 1}"])("%s is no JSON yet, and not taken for text", (text) => {
    expect(readCustomValue(text)).toEqual({ kind: "unreadable" });
  });

  test("what is written is read back, whatever the value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const exact = JSON.parse(JSON.stringify(value)); // JSON has no -0
        expect(readCustomValue(customValueText(exact))).toEqual({ kind: "value", value: exact });
      }),
    );
  });
});
