import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { call, johnId, put, stored } from "./caller.ts";

const deep = (levels: number): unknown => (levels === 0 ? 1 : { inside: deep(levels - 1) });

test.each<[string, Record<string, unknown>]>([
  ["one text", { position: "VP of Engineering" }],
  ["every text", { name: "Jane", email: "jane@example.org", phone: "1", company: "C", position: "P" }],
  ["emptied texts", { email: "", phone: "", company: "", position: "", linkedin_url: "" }],
  ["emptied lists", { tags: [], custom_fields: {} }],
  ["tags with spaces, twice the same, emoji", { tags: [" a ", "a", "a", "🔥"] }],
  ["nested custom fields", { custom_fields: { a: [1, null, { b: false }], "": "x", constructor: 1 } }],
  ["custom fields 32 levels deep", { custom_fields: deep(32) }],
  ["other scripts", { name: "山田 花子", company: "שלום", email: "josé@bücher.example" }],
  ["numbers at the edge", { custom_fields: { small: 5e-324, large: 9_007_199_254_740_991, zero: 0 } }],
  ["a line break and a NUL", { position: "a\nb\u0000c" }],
])("an update of %s is stored as sent, and everything else stays", async (_, update) => {
  const sandbox = createSandbox();
  const before = stored(sandbox);
  const answer = await put(sandbox, update);
  expect(answer.status).toBe(200);
  const { updated_at } = stored(sandbox);
  expect(answer.body).toEqual({ success: true, data: { ...before, ...update, updated_at } });
  expect((await call(sandbox, `/contacts/${johnId}`)).body).toEqual(answer.body);
});

test("tags and custom fields are replaced, not merged", async () => {
  const sandbox = createSandbox();
  await put(sandbox, { tags: ["hot-lead"], custom_fields: { region: "South" } });
  expect(stored(sandbox)).toMatchObject({ tags: ["hot-lead"] });
  expect(stored(sandbox).custom_fields).toEqual({ region: "South" });
});

test("updated_at moves on with the clock, in the documented form, and even when the clock stands or goes back", async () => {
  let time = Date.parse("2024-01-25T10:00:00Z");
  const sandbox = createSandbox({ now: () => time });
  const updatedAt = async () => {
    await put(sandbox, { position: "VP" });
    return stored(sandbox).updated_at;
  };
  expect(await updatedAt()).toBe("2024-01-25T10:00:00Z");
  expect(await updatedAt()).toBe("2024-01-25T10:00:00.001Z");
  time -= 60_000;
  expect(await updatedAt()).toBe("2024-01-25T10:00:00.002Z");
  time += 3_600_000;
  expect(await updatedAt()).toBe("2024-01-25T10:59:00Z");
});

test.each([null, undefined, "not a time", "2024-01-20 14:00:00.123+00", 1_705_759_200_000])(
  "an updated_at of %s from the other side does not stop an update",
  async (updated_at) => {
    const sandbox = createSandbox({ now: () => Date.parse("2024-02-01T00:00:00Z") });
    sandbox.contacts.set(johnId, { id: johnId, ...(updated_at === undefined ? {} : { updated_at }) });
    expect((await put(sandbox, { name: "John" })).status).toBe(200);
    expect(stored(sandbox).updated_at).toBe("2024-02-01T00:00:00Z");
  },
);

test("a contact that knows only its id takes an update", async () => {
  const sandbox = createSandbox({ contacts: [{ id: "cnt_bare" }], now: () => 0 });
  const answer = await put(sandbox, { tags: ["x"] }, "cnt_bare");
  expect(answer.body).toEqual({
    success: true,
    data: { id: "cnt_bare", tags: ["x"], updated_at: "1970-01-01T00:00:00.001Z" },
  });
});

test("no such contact: 404, whatever the body", async () => {
  const sandbox = createSandbox();
  for (const body of ['{"name":"John"}', "{}", "nonsense"]) {
    const answer = await call(sandbox, "/contacts/cnt_unknown", { method: "PUT", body });
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ success: false, error: { code: "NOT_FOUND" } });
  }
});
