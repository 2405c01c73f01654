import { expect, test } from "vitest";
import { planUndo } from "../../src/contacts/save/undoPlan.ts";

const plan = (save: Pick<Parameters<typeof planUndo>[0], "fields" | "before" | "after">, now: object) =>
  planUndo({ contact: undefined as never, name: "John Doe", ...save }, now); // neither is looked at

test("sends the old values of the fields that nobody has changed since", () => {
  const save = {
    fields: ["position", "tags"] as const,
    before: { position: "CEO", tags: ["prospect"], company: "Acme Inc" },
    after: { position: "CTO", tags: ["vip"], company: "Acme Inc" },
  };
  expect(plan(save, { position: "CTO", tags: ["vip"], company: "Initech" })).toEqual({
    update: { position: "CEO", tags: ["prospect"] },
    kept: [],
  });
});

test("leaves alone what somebody has changed since, or what cannot be read any more", () => {
  const save = {
    fields: ["position", "phone"] as const,
    before: { position: "CEO", phone: "" },
    after: { position: "CTO", phone: "+55" },
  };
  expect(plan(save, { position: "CFO" })).toEqual({
    update: {},
    kept: [
      { field: "position", reason: "changed_since" },
      { field: "phone", reason: "changed_since" },
    ],
  });
});

test("clears what was empty before", () => {
  const save = { fields: ["phone"] as const, before: { phone: "" }, after: { phone: "+5511999999999" } };
  expect(plan(save, { phone: "+5511999999999" })).toEqual({ update: { phone: "" }, kept: [] });
});

test("needs nothing for a field that is as it was, tags in any order", () => {
  const save = {
    fields: ["position", "tags"] as const,
    before: { position: "CEO", tags: ["a", "b"] },
    after: { position: "CEO", tags: ["c"] }, // the server ignored the position
  };
  expect(plan(save, { position: "CEO", tags: ["b", "a"] })).toEqual({ update: {}, kept: [] });
});

test("says what no update can bring back", () => {
  const save = { fields: ["name", "tags"] as const, before: { name: "" }, after: { name: "John Doe", tags: ["vip"] } };
  expect(plan(save, { name: "John Doe", tags: ["vip"] })).toEqual({
    update: {},
    kept: [
      { field: "name", reason: "not_allowed" },
      { field: "tags", reason: "unknown_before" },
    ],
  });
});
