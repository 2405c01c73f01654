import { expect, test } from "vitest";
import { johnId } from "../caller.ts";
import { serve } from "../loopback.ts";

test("ignoresFields: a 200 that drops fields in silence, and moves on with the rest", async () => {
  const { update, john } = await serve({ observed: { ignoresFields: ["position", "linkedin_url"] } });
  const { status, value } = await update({ position: "CTO", company: "Initech" });
  expect(status).toBe(200);
  expect(value).toMatchObject({ data: { position: "CEO", company: "Initech" } });
  expect(john()).toMatchObject({ position: "CEO", company: "Initech" });
});

test("ignoresFields: an update of such a field alone is a 200 too", async () => {
  const { update, john } = await serve({ observed: { ignoresFields: ["position"] } });
  const before = john();
  expect((await update({ position: "CTO" })).status).toBe(200);
  expect(john()).toEqual({ ...before, updated_at: expect.not.stringMatching("2024-01-20") });
});

test("customFields: replaced whole, or merged", async () => {
  for (const [customFields, expected] of [
    ["replaced", { region: "South" }],
    ["merged", { industry: "Technology", company_size: "50-200", region: "South" }],
  ] as const) {
    const { update, john } = await serve({ observed: { customFields } });
    expect((await update({ custom_fields: { region: "South" } })).value).toMatchObject({
      data: { custom_fields: expected },
    });
    expect(john()?.custom_fields).toEqual(expected);
  }
});

test("acceptsEmptyUpdate: a 200 that moves updated_at on", async () => {
  const { update, john } = await serve({ observed: { acceptsEmptyUpdate: true } });
  const before = john();
  expect((await update({})).status).toBe(200);
  expect(john()).toEqual({ ...before, updated_at: expect.not.stringMatching("2024-01-20") });
  expect((await update([])).status).toBe(400);
});

const internal = { success: false, error: { code: "INTERNAL_ERROR", message: expect.any(String) } };

test.each<[string, unknown]>([
  ["a number for text", { company: 5 }],
  ["a list for text", { name: [] }],
  ["text for tags", { tags: "a" }],
  ["a tag that is no text", { tags: [{ name: "a" }] }],
  ["a list for custom fields", { custom_fields: [] }],
  ["a text that is too long", { phone: "5".repeat(51) }],
  ["a tag that is too long", { tags: ["x".repeat(101)] }],
  ["a text that is too long, beside one that is not", { company: "Acme", phone: "5".repeat(51) }],
  ["a tag that is too long, beside one that is not", { tags: ["a", "x".repeat(101)] }],
  ["a tag that is no text, beside one that is", { tags: ["a", { name: "a" }] }],
])("skipsValidation: %s ends in 500 and changes nothing", async (_, bad) => {
  const { update, john } = await serve({ observed: { skipsValidation: true } });
  const before = john();
  const { status, value } = await update(bad);
  expect(status).toBe(500);
  expect(value).toEqual(internal);
  expect(john()).toEqual(before);
});

test.each<[string, Record<string, unknown>]>([
  ["an e-mail without @", { email: "john" }],
  ["a blank name", { name: " " }],
  ["null", { phone: null }],
  ["a blank tag", { tags: [""] }],
  ["what is just short enough", { phone: "5".repeat(50), tags: ["x".repeat(100)] }],
])("skipsValidation: %s is stored", async (_, odd) => {
  const { update, john } = await serve({ observed: { skipsValidation: true } });
  expect((await update(odd)).status).toBe(200);
  expect(john()).toMatchObject(odd);
});

test("skipsValidation: fields that it does not know are dropped, the id with them; what is no JSON is a 400", async () => {
  const { ask, update, updating, john } = await serve({ observed: { skipsValidation: true } });
  expect((await update({ id: "cnt_other", nickname: "J", name: "J" })).status).toBe(200);
  expect(john()).toMatchObject({ id: johnId, name: "J" });
  expect(john()).not.toHaveProperty("nickname");
  expect((await ask({ ...updating({}), body: "{" })).status).toBe(400);
  expect((await update({})).status).toBe(400);
});

test("failsOnOddIds: 500 for an id of another form, 404 for one of its own", async () => {
  const { get, update, ask } = await serve({ observed: { failsOnOddIds: true } });
  expect((await get("cnt_unknown")).status).toBe(404);
  for (const id of ["7", "cnt_", "00000000-0000-4000-8000-000000000001", "a%20b", "my.cnt_1", "cnt_1.my"]) {
    expect(await get(id)).toMatchObject({ status: 500, value: internal });
    expect(await update({ name: "J" }, id)).toMatchObject({ status: 500, value: internal });
  }
  expect((await ask({ path: "/nowhere" })).status).toBe(404);
});

test("failsOnOddIds: a contact that is there can be read, whatever its id", async () => {
  const { get } = await serve({ contacts: [{ id: "7" }], observed: { failsOnOddIds: true } });
  expect((await get("7")).status).toBe(200);
});

test("tagNamesWipeTags: names wipe the tags, keep the other fields and end in 500", async () => {
  const { update, john } = await serve({ observed: { tagNamesWipeTags: true } });
  expect(await update({ company: "Initech", tags: ["prospect", "new"] })).toMatchObject({
    status: 500,
    value: internal,
  });
  expect(john()).toMatchObject({ company: "Initech", tags: [] });
  expect(await update({ tags: [] })).toMatchObject({ status: 200 });
});

test("tagNamesWipeTags: the ids of tag objects pass", async () => {
  const { get, update, john } = await serve({ observed: { tagNamesWipeTags: true, tagObjects: true } });
  await get();
  const { status, value } = await update({ tags: ["tag_2"] });
  expect(status).toBe(200);
  expect(value).toMatchObject({ data: { tags: [{ id: "tag_2", name: "decision-maker" }] } });
  expect(john()?.tags).toEqual(["decision-maker"]);
  expect((await update({ tags: ["tag_2", "new"] })).status).toBe(500);
  expect(john()?.tags).toEqual([]);
});

test("an update that nothing distorts is as documented", async () => {
  const { update, list, get } = await serve({ observed: {} });
  expect(await update({})).toMatchObject({ status: 400, value: { error: { code: "VALIDATION_ERROR" } } });
  expect(await update({ tags: ["new"] })).toMatchObject({ status: 200, value: { data: { tags: ["new"] } } });
  expect(await list("?limit=1")).toMatchObject({ status: 200, value: { data: { pagination: { limit: 1 } } } });
  expect(await get("7")).toMatchObject({ status: 404, value: { error: { code: "NOT_FOUND" } } });
});
