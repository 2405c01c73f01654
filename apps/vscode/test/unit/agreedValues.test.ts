import { mergeContacts } from "@raze-contacts/core";
import { expect, test } from "vitest";
import { agreedValues } from "../../src/contacts/base/agreedValues.ts";

test("a field moves to the answer where the draft says the same, and stays where it does not", () => {
  const before = { position: "CEO", phone: "1" };
  const draft = { position: "CTO", phone: "1" };
  // Somebody else has changed the phone; the draft still holds the old one, and nobody typed it.
  const answer = { position: "CTO", phone: "2" };
  const base = agreedValues({ before, draft, answer, sent: { position: "CTO" } });
  expect(base).toEqual({ position: "CTO", phone: "1" });
  expect(mergeContacts(base, draft, answer)).toMatchObject({ kind: "merged", contact: answer });
});

test("a value that the server stores in its own way is no conflict with ourselves", () => {
  const draft = { email: "John@Example.com" };
  const answer = { email: "john@example.com" };
  const base = agreedValues({ before: { email: "old@example.com" }, draft, answer, sent: draft });
  expect(base).toEqual(answer);
  expect(mergeContacts(base, draft, answer).kind).toBe("merged");
});

test("what the draft leaves out stays unknown", () => {
  const base = agreedValues({
    before: {},
    draft: { phone: "1" },
    answer: { phone: "1", name: "Ana" },
    sent: { phone: "1" },
  });
  expect(base).toEqual({ phone: "1" });
});
