import { contactListResponseSchema, contactResponseSchema } from "@raze-contacts/schema";
import { expect, test } from "vitest";
import { johnId } from "../caller.ts";
import { serve } from "../loopback.ts";

const single = (value: unknown) => contactResponseSchema.parse(value).data;

test("tagObjects: id, name and color, the same for one name wherever it stands", async () => {
  const contacts = [
    { id: "cnt_one", tags: ["a", "b"] },
    { id: "cnt_two", tags: ["b", { id: 7, name: "Blue" }] },
    { id: "cnt_three", tags: null },
  ];
  const { get, list, update, contacts: stored } = await serve({ contacts, observed: { tagObjects: true } });
  const tag = (id: string, name: string) => ({ id, name, color: expect.stringMatching(/^#[\da-f]{6}$/) });
  expect(single((await get("cnt_one")).value).tags).toEqual([tag("tag_1", "a"), tag("tag_2", "b")]);
  expect(single((await get("cnt_two")).value).tags).toEqual([tag("tag_2", "b"), { id: 7, name: "Blue" }]);
  expect(single((await get("cnt_three")).value).tags).toBeNull();
  expect((await list()).value).toMatchObject({
    data: { contacts: expect.arrayContaining([{ id: "cnt_three", tags: null }]) },
  });
  expect(single((await update({ tags: ["c"] }, "cnt_one")).value).tags).toEqual([tag("tag_3", "c")]);
  expect(stored.get("cnt_one")?.tags).toEqual(["c"]);
});

test("spacedTimestamps: a space and a short offset in place of T and Z", async () => {
  const now = () => Date.parse("2024-01-25T10:00:00.123Z");
  const { get, list, update, john } = await serve({ now, observed: { spacedTimestamps: true } });
  const times = { created_at: "2024-01-15 10:30:00.000+00", updated_at: "2024-01-20 14:00:00.000+00" };
  expect(single((await get()).value)).toMatchObject(times);
  expect((await list("?email=john@example.com")).value).toMatchObject({ data: { contacts: [times] } });
  expect(single((await update({ name: "J" })).value).updated_at).toBe("2024-01-25 10:00:00.123+00");
  expect(john()?.updated_at).toBe("2024-01-25T10:00:00.123Z");
});

test("spacedTimestamps: what is no time stays as it is", async () => {
  const contacts = [{ id: "cnt_odd", created_at: "long ago", updated_at: 5 }];
  const { get } = await serve({ contacts, observed: { spacedTimestamps: true } });
  expect(single((await get("cnt_odd")).value)).toEqual({ id: "cnt_odd", created_at: "long ago", updated_at: 5 });
});

test("emptyFields: what has no value comes as null, or not at all", async () => {
  const contacts = [{ id: "cnt_few", name: "Few", phone: "", tags: [], custom_fields: {}, company: null }];
  const asNull = await serve({ contacts, observed: { emptyFields: "null" } });
  const keys = ["email", "phone", "company", "position", "linkedin_url", "tags", "custom_fields", "source"];
  expect(single((await asNull.get("cnt_few")).value)).toEqual({
    id: "cnt_few",
    name: "Few",
    ...Object.fromEntries([...keys, "created_at", "updated_at"].map((key) => [key, null])),
  });
  const missing = await serve({ contacts, observed: { emptyFields: "missing" } });
  expect(single((await missing.get("cnt_few")).value)).toEqual({ id: "cnt_few", name: "Few" });
  expect(single((await missing.update({ name: "Some", phone: "" }, "cnt_few")).value)).not.toHaveProperty("phone");
  const kept = { tags: ["vip"], custom_fields: { region: "" } };
  expect(single((await missing.update(kept, "cnt_few")).value)).toMatchObject(kept);
});

test("extraFields: in contacts and envelopes, beside what is documented", async () => {
  const { get, list } = await serve({ observed: { extraFields: true } });
  const extra = { score: 0.5, avatar_url: null };
  expect((await get()).value).toMatchObject({ success: true, data: { id: johnId, ...extra }, meta: { version: 2 } });
  expect((await list("?limit=1")).value).toMatchObject({ data: { contacts: [extra] }, meta: { version: 2 } });
});

test("paginationBesideData: the contacts are data itself", async () => {
  const { list } = await serve({ observed: { paginationBesideData: true } });
  const answer = contactListResponseSchema.parse((await list("?limit=3")).value);
  expect(answer).toMatchObject({ data: [{}, {}, {}], pagination: { page: 1, limit: 3 } });
});

test("keyPrefix: a random key that starts like this, unless keys are given", async () => {
  const one = await serve({ observed: { keyPrefix: "lr_live_" } });
  const other = await serve({ observed: { keyPrefix: "lr_live_" } });
  expect(one.key).toMatch(/^lr_live_[\da-f]{32}$/);
  expect(other.key).not.toBe(one.key);
  expect((await one.get()).status).toBe(200);
  expect((await one.ask({ key: other.key })).status).toBe(401);
  const given = await serve({ keys: { mine: { permissions: [] } }, observed: { keyPrefix: "lr_live_" } });
  expect(given.key).toBe("mine");
});

test("uuidIds: each contact has a UUID of its own", async () => {
  const kept = "f47ac10b-58cc-4372-a567-0e02b2c3d479";
  const contacts = [{ id: "cnt_one" }, { id: kept }, { id: "cnt_three" }];
  const { get, contacts: stored } = await serve({ contacts, observed: { uuidIds: true, failsOnOddIds: true } });
  const [first, second, third] = [...stored.keys()];
  expect(first).toBe("00000000-0000-4000-8000-000000000001");
  expect(second).toBe(kept);
  expect(third).toBe("00000000-0000-4000-8000-000000000003");
  expect(single((await get(first)).value).id).toBe(first);
  expect((await get(kept.replace("f", "e"))).status).toBe(404);
  expect((await get("cnt_one")).status).toBe(500);
});
