import { expect, test } from "vitest";
import { BaseHistory } from "../../src/contacts/base/baseHistory.ts";
import type { KeptBase } from "../../src/contacts/base/keptBase.ts";

const base = (position: string): KeptBase => ({
  kind: "known",
  values: { position },
  facts: {},
  isReadable: true,
  hasTagObjects: false,
});
const draft = { text: "draft", base: base("CEO") };
const read = { text: "read", base: base("CFO") };

function taken(): BaseHistory {
  const history = new BaseHistory();
  history.record(draft, read);
  return history;
}

test("undo of a taken read brings the old base back, redo the new one", () => {
  const history = taken();
  expect(history.move("read", "draft")).toEqual(draft);
  expect(history.move("draft", "read")).toEqual(read);
  expect(history.move("read", "draft")).toEqual(draft);
});

test("a base that was lost is lost again", () => {
  const history = new BaseHistory();
  history.record({ text: "draft", base: undefined }, read);
  expect(history.move("read", "draft")).toEqual({ text: "draft", base: undefined });
});

test("undo of typing moves no base, even when it leads to a text that was there before", () => {
  const history = taken();
  // Typed back by hand to what the draft once was, then on, then undone.
  expect(history.move("draft and more", "draft")).toBeUndefined();
  expect(history.move("read and more", "read")).toBeUndefined();
});

test("a new read takes the place of those that were undone", () => {
  const history = taken();
  history.move("read", "draft");
  history.record(draft, { text: "newer", base: base("CMO") });
  expect(history.move("draft", "read")).toBeUndefined();
  expect(history.move("newer", "draft")).toEqual(draft);
});

test("our own save moves the field in earlier bases, and in those alone that had the same value", () => {
  const history = taken();
  history.moveFields({ position: "CFO" }, { position: "CTO" });
  expect(history.move("read", "draft")).toEqual(draft);
  expect(history.move("draft", "read")?.base).toEqual(base("CTO"));
});
