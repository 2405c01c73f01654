import { describe, expect, test } from "vitest";
import { type ContactValues, RazeError, type SaveOptions, saveContact } from "../src/index.ts";
import { testClient } from "./support/client.ts";
import { errorOf, storedContact } from "./support/stored-contact.ts";

const base = {
  name: "John Doe",
  email: "john@example.com",
  position: "CEO",
  tags: ["prospect", "decision-maker"],
  custom_fields: { industry: "Technology", company_size: "50-200" },
};
const contact = { id: "cnt_1", ...base, phone: null, company: null, linkedin_url: null, updated_at: "2024-01-20" };
const save = (client: ReturnType<typeof storedContact>["client"], options: SaveOptions) =>
  saveContact(client, "cnt_1", options);

describe("an edit that changes nothing", () => {
  test.each<[string, ContactValues]>([
    ["says its base again", { ...base }],
    ["writes every empty field as empty", { ...base, phone: "", company: "", linkedin_url: "" }],
    ["has the tags in another order", { tags: ["decision-maker", "prospect"] }],
    ["says nothing", {}],
  ])("costs no call when it %s", async (_, edited) => {
    const { client, calls } = storedContact(contact);
    expect(await save(client, { base: contact, edited })).toEqual({ kind: "unchanged", rateLimit: undefined });
    expect(calls).toEqual([]);
  });

  test("costs no call when nothing is said over an unknown base", async () => {
    const { client, calls } = storedContact(contact);
    expect((await save(client, { base: undefined, edited: {} })).kind).toBe("unchanged");
    expect(calls).toEqual([]);
  });

  test("costs one read when the server already has what was edited", async () => {
    const { client, calls } = storedContact({ ...contact, position: "CTO" });
    const result = await save(client, { base, edited: { position: "CTO" } });
    expect(result).toEqual({
      kind: "unchanged",
      contact: { ...contact, position: "CTO" },
      drift: [],
      rateLimit: undefined,
    });
    expect(calls).toEqual(["get"]);
  });
});

describe("an edit that changes something", () => {
  test("sends the difference to what the server has now, in two calls", async () => {
    const { client, calls, sent } = storedContact({ ...contact, phone: "+55" });
    const result = await save(client, { base, edited: { ...base, position: "CTO", phone: "" } });
    expect(calls).toEqual(["get", "update"]);
    expect(sent).toEqual([{ position: "CTO" }]);
    expect(result).toMatchObject({
      kind: "saved",
      contact: { position: "CTO", phone: "+55" },
      sent: { position: "CTO" },
      mergedFields: ["phone"],
      unapplied: [],
      drift: [],
    });
  });

  test("keeps tags and custom fields that somebody else has added", async () => {
    const { client, stored } = storedContact({
      ...contact,
      tags: ["prospect", "decision-maker", "theirs"],
      custom_fields: { ...base.custom_fields, theirs: true },
    });
    const edited = { tags: ["prospect", "mine"], custom_fields: { industry: "Technology", mine: 1 } };
    expect((await save(client, { base, edited })).kind).toBe("saved");
    expect(stored()).toMatchObject({
      tags: ["prospect", "theirs", "mine"],
      custom_fields: { industry: "Technology", theirs: true, mine: 1 },
    });
  });

  test("reports what the server did not take", async () => {
    const { client } = storedContact(contact, { merges: true });
    const result = await save(client, { base, edited: { custom_fields: { industry: "Technology" } } });
    expect(result).toMatchObject({ kind: "saved", unapplied: [{ field: "custom_fields" }] });
  });
});

describe("a conflict", () => {
  test("sends nothing and tells all three values", async () => {
    const { client, calls } = storedContact({ ...contact, position: "CFO" });
    const result = await save(client, { base, edited: { position: "CTO" } });
    const conflicts = [{ path: ["position"], base: "CEO", mine: "CTO", theirs: "CFO" }];
    expect(result).toMatchObject({ kind: "conflict", conflicts, theirs: { position: "CFO" } });
    expect(calls).toEqual(["get"]);
  });

  test("ends with an answer, and comes back once the server has changed again", async () => {
    const server = storedContact({ ...contact, position: "CFO" });
    const resolutions = [{ path: ["position"], theirs: "CFO", take: "mine" as const }];
    const options = { base, edited: { position: "CTO" }, resolutions };
    const changed = storedContact({ ...contact, position: "Chair" });
    expect((await save(changed.client, options)).kind).toBe("conflict");
    expect((await save(server.client, options)).kind).toBe("saved");
    expect(server.sent).toEqual([{ position: "CTO" }]);
  });

  test("asks about each field that differs when the base is unknown, and about no other", async () => {
    const { client } = storedContact(contact);
    const result = await save(client, { base: undefined, edited: { name: "John Doe", phone: "", position: "CTO" } });
    expect(result).toMatchObject({ kind: "conflict", conflicts: [{ path: ["position"] }] });
  });
});

describe("a value of the server's that could not be read", () => {
  const { tags: _, ...unreadable } = contact;

  test("is never overwritten unasked", async () => {
    const { client, calls } = storedContact(unreadable, { drift: ["tags"] });
    const result = await save(client, { base, edited: { tags: [...base.tags, "mine"] } });
    expect(result).toMatchObject({ kind: "conflict", conflicts: [{ path: ["tags"], theirs: undefined }] });
    expect(calls).toEqual(["get"]);
  });

  test("does not hinder a save of another field, and is not sent then", async () => {
    const { client, sent } = storedContact(unreadable, { drift: ["tags"] });
    await save(client, { base, edited: { ...base, position: "CTO" } });
    expect(sent).toEqual([{ position: "CTO" }]);
  });

  test("is replaced on a person's word, even by nothing", async () => {
    const { client, sent } = storedContact(unreadable, { drift: ["tags"] });
    const resolutions = [{ path: ["tags"], theirs: undefined, take: "mine" as const }];
    await save(client, { base, edited: { tags: [] }, resolutions });
    expect(sent).toEqual([{ tags: [] }]);
  });

  test("that was unreadable in the base is merged with, not overwritten", async () => {
    const { client, sent } = storedContact(contact);
    await save(client, { base: unreadable, edited: { ...unreadable, tags: ["mine"] } });
    expect(sent).toEqual([{ tags: ["prospect", "decision-maker", "mine"] }]);
  });
});

describe("tags that the server holds as objects", () => {
  const withObjects = { ...contact, tags: [{ id: "t1", name: "prospect", color: "#fff" }] };

  test("are not replaced by names unasked", async () => {
    const { client, calls } = storedContact(withObjects);
    const result = await save(client, { base: withObjects, edited: { tags: ["prospect", "mine"] } });
    expect(result).toEqual({ kind: "tags_at_risk", theirs: withObjects, rateLimit: undefined });
    expect(calls).toEqual(["get"]);
  });

  test("are known from the server, whatever form the base has", async () => {
    const { client, calls } = storedContact(withObjects);
    const result = await save(client, { base: { tags: ["prospect"] }, edited: { tags: ["prospect", "mine"] } });
    expect(result.kind).toBe("tags_at_risk");
    expect(calls).toEqual(["get"]);
  });

  test("are seen among names", async () => {
    const { client, calls } = storedContact({ ...contact, tags: ["prospect", { name: "b" }] });
    expect((await save(client, { base, edited: { tags: ["mine"] } })).kind).toBe("tags_at_risk");
    expect(calls).toEqual(["get"]);
  });

  test("are not seen where there are no tags", async () => {
    const { client, sent } = storedContact({ ...contact, tags: null });
    await save(client, { base: { tags: null }, edited: { tags: ["mine"] } });
    expect(sent).toEqual([{ tags: ["mine"] }]);
  });

  test("are replaced on the caller's word", async () => {
    const { client, sent } = storedContact(withObjects);
    await save(client, { base: withObjects, edited: { tags: ["prospect", "mine"] }, replaceTagObjects: true });
    expect(sent).toEqual([{ tags: ["prospect", "mine"] }]);
  });

  test("do not hinder a save of another field", async () => {
    const { client, sent } = storedContact(withObjects);
    await save(client, { base: withObjects, edited: { tags: ["prospect"], position: "CTO" } });
    expect(sent).toEqual([{ position: "CTO" }]);
  });

  test("are not replaced without reading either, if the base shows them", async () => {
    const { client, calls } = storedContact(withObjects);
    const options = { base: withObjects, edited: { tags: ["mine"] }, withoutReading: true };
    expect(await save(client, options)).toEqual({ kind: "tags_at_risk", theirs: undefined, rateLimit: undefined });
    expect(calls).toEqual([]);
  });

  test("are replaced without reading on the caller's word, and hinder no save of another field", async () => {
    const { client, sent } = storedContact(withObjects);
    const unread = { base: withObjects, withoutReading: true };
    await save(client, { ...unread, edited: { position: "CTO" } });
    await save(client, { ...unread, edited: { tags: ["mine"] }, replaceTagObjects: true });
    expect(sent).toEqual([{ position: "CTO" }, { tags: ["mine"] }]);
  });
});

describe("validity", () => {
  test("of values that are not sent does not matter", async () => {
    const stored = { ...contact, email: "not an address", linkedin_url: "linkedin" };
    const { client, sent } = storedContact(stored);
    await save(client, {
      base: stored,
      edited: { email: "not an address", linkedin_url: "linkedin", position: "CTO" },
    });
    await save(client, { base: undefined, edited: { email: "not an address" } });
    expect(sent).toEqual([{ position: "CTO" }]);
  });

  test("of what is sent is checked before anything is", async () => {
    const { client, calls } = storedContact(contact);
    const error = await errorOf(save(client, { base, edited: { ...base, email: "nobody" } }));
    expect(error).toMatchObject({ reason: "update_invalid", fieldErrors: [{ path: ["email"], code: "email_at" }] });
    expect(calls).toEqual([]);
  });

  test.each([base, undefined])("a misspelt field is refused instead of lost", async (known) => {
    const { client, calls } = storedContact(contact);
    const edited = { postion: "CTO", position: "CEO" };
    const error = await errorOf(save(client, { base: known, edited }));
    expect(error.fieldErrors).toMatchObject([{ path: ["postion"], code: "unknown_field" }]);
    expect(calls).toEqual([]);
  });

  test("another field that is undefined is left out, whether or not it was there", async () => {
    const { client, calls } = storedContact(contact);
    const edited = { ...contact, postion: undefined, updated_at: undefined };
    expect((await save(client, { base: contact, edited })).kind).toBe("unchanged");
    expect(calls).toEqual([]);
  });

  test("a whole contact can be edited, id and times included", async () => {
    const { client, sent } = storedContact(contact);
    await save(client, { base: contact, edited: { ...contact, position: "CTO" } });
    expect(sent).toEqual([{ position: "CTO" }]);
  });

  test("a form that keeps the whole contact can be saved again, over what its last save gave", async () => {
    const saved = { ...contact, position: "CTO", updated_at: "2024-01-25" };
    const { client, sent } = storedContact(saved);
    const form = { ...contact, position: "CTO", phone: "2" };
    await save(client, { base: saved, edited: form });
    expect(sent).toEqual([{ phone: "2" }]);
  });

  test("a change of what the server alone sets is refused instead of lost", async () => {
    const { client, calls } = storedContact(contact);
    const edited = { ...contact, source: "event" };
    const error = await errorOf(save(client, { base: contact, edited }));
    expect(error.fieldErrors).toMatchObject([{ path: ["source"], code: "unknown_field" }]);
    expect(calls).toEqual([]);
  });
});

test("a long number of the server's, which loses digits when it is read, is never sent back", async () => {
  const methods: string[] = [];
  const fetch = async (_: string, { method = "" }: RequestInit) => {
    methods.push(method);
    return new Response('{"data":{"id":"cnt_1","custom_fields":{"order":12345678901234567890,"size":"small"}}}');
  };
  const { client } = testClient({ fetch });
  const { contact } = await client.get("cnt_1");
  const edited = { ...contact, custom_fields: { ...contact.custom_fields, size: "large" } };
  const saves: SaveOptions[] = [
    { base: contact, edited },
    { base: contact, edited, withoutReading: true },
    { base: { custom_fields: { size: "small" } }, edited: { custom_fields: { size: "large" } } }, // read by the merge
  ];
  for (const options of saves) {
    const error = await errorOf(saveContact(client, "cnt_1", options));
    expect(error).toMatchObject({ reason: "update_invalid", outcome: "not_applied" });
    expect(error.fieldErrors).toMatchObject([{ path: ["custom_fields", "order"], code: "json_number" }]);
  }
  expect(new Set(methods)).toEqual(new Set(["GET"]));
});

describe("without reading", () => {
  test("sends the difference to the base in one call", async () => {
    const { client, calls, sent } = storedContact({ ...contact, position: "CFO" });
    const result = await save(client, { base, edited: { ...base, position: "CTO" }, withoutReading: true });
    expect(result).toMatchObject({ kind: "saved", mergedFields: [], sent: { position: "CTO" } });
    expect(calls).toEqual(["update"]);
    expect(sent).toEqual([{ position: "CTO" }]);
  });

  test("checks all that is said when the base is unknown", async () => {
    const { client, calls } = storedContact(contact);
    const error = await errorOf(save(client, { base: undefined, edited: { email: "nobody" }, withoutReading: true }));
    expect(error).toMatchObject({ reason: "update_invalid", fieldErrors: [{ path: ["email"] }] });
    expect(calls).toEqual([]);
  });

  test("sends all that is said when the base is unknown", async () => {
    const { client, sent } = storedContact(contact);
    await save(client, { base: undefined, edited: { position: "", tags: [] }, withoutReading: true });
    expect(sent).toEqual([{ position: "", tags: [] }]);
  });
});

describe("a failure", () => {
  const failure = new RazeError({ reason: "server_failed", params: { status: 500 }, status: 500, attempts: 1 });
  const edit = { base, edited: { position: "CTO" } };

  test("of the reading says that nothing was sent, and what failed", async () => {
    const { client, calls } = storedContact(contact);
    const error = await errorOf(save({ ...client, get: () => Promise.reject(failure) }, edit));
    expect(error).toMatchObject({ kind: "server", status: 500, outcome: "not_applied", step: "read_before_save" });
    expect(error.message).toBe(
      "Nothing was sent, because the contact could not be read first. The server failed with status 500. Try again later.",
    );
    expect(calls).toEqual([]);
  });

  test("of the reading keeps its cause", async () => {
    const { client } = storedContact(contact);
    const cause = Object.assign(new Error(""), { code: "ENOTFOUND" });
    const unreachable = new RazeError({ reason: "unreachable", cause });
    const error = await errorOf(save({ ...client, get: () => Promise.reject(unreachable) }, edit));
    expect(error.cause).toBe(cause);
  });

  test("of the update goes through unchanged", async () => {
    const { client } = storedContact(contact);
    const unknown = new RazeError({ reason: "timed_out", params: { milliseconds: 1 }, outcome: "unknown" });
    const error = await errorOf(save({ ...client, update: () => Promise.reject(unknown) }, edit));
    expect(error).toBe(unknown);
    expect(error.step).toBeUndefined();
  });

  test("that is not one of ours goes through unchanged", async () => {
    const { client } = storedContact(contact);
    const other = new TypeError("a mistake of the caller's client");
    await expect(save({ ...client, get: () => Promise.reject(other) }, edit)).rejects.toBe(other);
  });
});

test("passes a call's options on, and only those", async () => {
  const { client } = storedContact(contact);
  const seen: unknown[] = [];
  const { signal } = new AbortController();
  const spy: typeof client = {
    get(id, options) {
      seen.push(options);
      return client.get(id, options);
    },
    update(id, update, options) {
      seen.push(options);
      return client.update(id, update, options);
    },
  };
  await save(spy, { base, edited: { position: "CTO" }, signal, timeoutMs: 5, maxRetries: 0 });
  expect(seen).toEqual([
    { signal, timeoutMs: 5, maxRetries: 0 },
    { signal, timeoutMs: 5, maxRetries: 0 },
  ]);
});
