import { contactResponseSchema } from "@raze-contacts/schema";
import { expect, test } from "vitest";
import { createSandbox } from "../src/index.ts";
import { call, johnId } from "./caller.ts";

test("the documented contact is there from the start, as documented", async () => {
  const answer = await call(createSandbox(), `/contacts/${johnId}`);
  expect(answer.status).toBe(200);
  expect(JSON.stringify(answer.body)).toBe(
    '{"success":true,"data":{"id":"cnt_abc123def456","name":"John Doe","email":"john@example.com",' +
      '"phone":"+5511999999999","company":"Acme Inc","position":"CEO","source":"linkedin",' +
      '"linkedin_url":"https://linkedin.com/in/johndoe","tags":["prospect","decision-maker"],' +
      '"custom_fields":{"industry":"Technology","company_size":"50-200"},' +
      '"created_at":"2024-01-15T10:30:00Z","updated_at":"2024-01-20T14:00:00Z"}}',
  );
});

test("every contact can be read, and its answer is what the schema expects", async () => {
  const sandbox = createSandbox();
  for (const contact of sandbox.contacts.values()) {
    const answer = await call(sandbox, `/contacts/${contact.id}`);
    expect(answer.status).toBe(200);
    expect(contactResponseSchema.parse(answer.body).data).toEqual(contact);
  }
});

test.each(["cnt_unknown", "00000000-0000-0000-0000-000000000000", "%2e%2e", "%", "constructor", "CNT_ABC123DEF456"])(
  "no contact %s: 404",
  async (id) => {
    const answer = await call(createSandbox(), `/contacts/${id}`);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ success: false, error: { code: "NOT_FOUND" } });
  },
);

test("an id is percent-decoded before it is looked up", async () => {
  const sandbox = createSandbox({ contacts: [{ id: "a b/é?" }] });
  expect((await call(sandbox, `/contacts/${encodeURIComponent("a b/é?")}`)).status).toBe(200);
});

test("the contacts are live, and a deleted one is gone", async () => {
  const sandbox = createSandbox();
  sandbox.contacts.set("cnt_new", { id: "cnt_new", name: "From the other side" });
  expect((await call(sandbox, "/contacts/cnt_new")).body).toEqual({
    success: true,
    data: { id: "cnt_new", name: "From the other side" },
  });
  sandbox.contacts.delete("cnt_new");
  expect((await call(sandbox, "/contacts/cnt_new")).status).toBe(404);
});

test("a sandbox goes on from the contacts of another", async () => {
  const first = createSandbox({ contacts: [{ id: "cnt_kept", name: "Kept" }] });
  const kept = structuredClone([...first.contacts.values()]);
  const second = createSandbox({ contacts: kept });
  expect([...second.contacts]).toEqual([["cnt_kept", { id: "cnt_kept", name: "Kept" }]]);
});

test("a contact changed in place leaves other sandboxes alone", () => {
  const tags = createSandbox().contacts.get(johnId)?.tags;
  tags?.push("changed");
  expect(createSandbox().contacts.get(johnId)?.tags).toEqual(["prospect", "decision-maker"]);
});
