import { expect, test } from "vitest";
import { timeAgo } from "../../src/contacts/findContact/timeAgo.ts";

const now = Date.parse("2026-03-15T12:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, "now"],
  [59_000, "now"],
  [minute, "1 minute ago"],
  [59 * minute, "59 minutes ago"],
  [hour, "1 hour ago"],
  [23 * hour, "23 hours ago"],
  [day, "yesterday"],
  [29 * day, "29 days ago"],
  [-hour, "now"],
])("%d ms ago is %j", (passed, words) => {
  expect(timeAgo(now - passed, now, "en")).toBe(words);
});

test("what is long ago has a date", () => {
  expect(timeAgo(Date.parse("2026-01-02T12:00:00Z"), now, "en-US")).toBe("1/2/2026");
});

test("it speaks the language of VS Code", () => {
  expect(timeAgo(now - 2 * hour, now, "pt-br")).toBe("há 2 horas");
});
