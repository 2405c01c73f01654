import { createSandbox } from "@raze-contacts/sandbox";
import { listen } from "@raze-contacts/sandbox/node";
import { expect, onTestFinished, test } from "vitest";
import { createContactsClient, saveContact } from "../src/index.ts";
import { john } from "./support/server.ts";
import { errorOf } from "./support/stored-contact.ts";

async function sandbox(options: Parameters<typeof createSandbox>[0] = {}) {
  const server = createSandbox({ contacts: [john], ...options });
  const { url, key, close } = await listen(server);
  onTestFinished(close);
  const requests = () => server.received.map(({ method }) => method);
  return { contacts: createContactsClient({ apiKey: key, baseUrl: url }), url, requests };
}

test("the documented update, from a read to the proof", async () => {
  const { contacts } = await sandbox();
  const { contact: before } = await contacts.get(john.id);
  expect(before.name).toBe("John Doe");
  const { contact, unapplied } = await contacts.update(john.id, { position: "CTO", tags: ["enterprise"] });
  expect(contact).toMatchObject({ id: john.id, name: "John Doe", position: "CTO", tags: ["enterprise"] });
  expect(unapplied).toEqual([]);
  const page = await contacts.list({ search: "john", limit: 1 });
  expect(page.contacts).toMatchObject([{ id: john.id, position: "CTO" }]);
  expect(page.drift).toEqual([]);
});

test("two people's edits of one contact are both kept, in two calls each", async () => {
  const { contacts, requests } = await sandbox();
  const { contact: base } = await contacts.get(john.id);
  await saveContact(contacts, john.id, {
    base,
    edited: { ...base, phone: "+1 555 0100", tags: ["hot-lead", "theirs"] },
  });
  const mine = await saveContact(contacts, john.id, {
    base,
    edited: { ...base, position: "CTO", tags: ["enterprise"] },
  });
  expect(mine).toMatchObject({ kind: "saved", mergedFields: ["phone", "tags"], unapplied: [] });
  expect((await contacts.get(john.id)).contact).toMatchObject({
    phone: "+1 555 0100",
    position: "CTO",
    tags: ["theirs"],
  });
  expect(requests()).toEqual(["GET", "GET", "PUT", "GET", "PUT", "GET"]);
});

test("a wrong key and a missing contact are told apart", async () => {
  const { contacts, url } = await sandbox();
  expect(await errorOf(contacts.get("cnt_nobody"))).toMatchObject({ kind: "not_found", code: "NOT_FOUND" });
  const stranger = createContactsClient({ apiKey: "gr_live_wrong", baseUrl: url });
  expect(await errorOf(stranger.get(john.id))).toMatchObject({ kind: "authentication", reason: "api_key_refused" });
});

test("the end of the quota is told with the time of the next", async () => {
  const { contacts } = await sandbox({ rateLimit: { limit: 1 } });
  expect((await contacts.get(john.id)).rateLimit).toMatchObject({ limit: 1, remaining: 0 });
  const error = await errorOf(contacts.get(john.id));
  expect(error).toMatchObject({ kind: "rate_limited", attempts: 1, rateLimit: { remaining: 0 } });
  expect(error.retryAt).toBeInstanceOf(Date);
});
