import { expect, test } from "vitest";
import { readRetryHint } from "../src/retry-hint.ts";

const now = Date.parse("2026-11-24T12:00:00Z");
const days = 24 * 60 * 60;
const header = (text: string) => readRetryHint(undefined, new Headers({ "retry-after": text }), undefined, now);

test.each([
  ["0", 0],
  ["120", 120_000],
  [String(31 * days), 31 * days * 1000],
  ["Tue, 24 Nov 2026 12:00:00 GMT", 0],
  ["Tue, 24 Nov 2026 12:01:00 GMT", 60_000],
])("Retry-After %s is a wait", (text, wait) => {
  expect(header(text)).toBe(wait);
});

test.each([
  String(31 * days + 1),
  "-1",
  "1.5",
  "1e3",
  "0x10",
  "",
  "soon",
  "Infinity",
  "9".repeat(400),
  "Tue, 24 Nov 2026 11:59:59 GMT",
  "Tue, 24 Nov 2027 12:00:00 GMT",
  "2026-11-24T12:01:00Z",
  "Tue, 99 Nov 2026 12:01:00 GMT",
  "Tuesday, 24-Nov-26 12:01:00 GMT",
  "about Tue, 24 Nov 2026 12:01:00 GMT",
  "Tue, 24 Nov 2026 12:01:00 GMT-0100",
])("Retry-After %s is none", (text) => {
  expect(header(text)).toBeUndefined();
});

test.each([null, true, {}, [[5]], -1, 0.5, Number.NaN, 1e300, "", " 5"])("retry_after %j is none", (value) => {
  expect(readRetryHint(value, new Headers(), undefined, now)).toBeUndefined();
});

test("a start of the next quota that is over is none", () => {
  expect(readRetryHint(undefined, new Headers(), new Date(now - 1), now)).toBeUndefined();
});
