import { afterAll, beforeAll, expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../src/index.ts";
import { type ListeningSandbox, listen } from "../src/node.ts";

const documented =
  '{"success":true,"data":{"id":"cnt_abc123def456","name":"John Doe","email":"john@example.com",' +
  '"phone":"+5511999999999","company":"Acme Inc","position":"VP of Engineering","source":"linkedin",' +
  '"linkedin_url":"https://linkedin.com/in/johndoe","tags":["hot-lead","enterprise"],"custom_fields":{},' +
  '"created_at":"2024-01-15T10:30:00Z","updated_at":"2024-01-25T10:00:00Z"}}';

let sandbox: Sandbox;
let server: ListeningSandbox;
beforeAll(async () => {
  sandbox = createSandbox({ now: () => Date.parse("2024-01-25T10:00:00Z") });
  server = await listen(sandbox);
});
afterAll(() => server.close());

test("the documented update gives the documented answer, byte for byte", async () => {
  const john = sandbox.contacts.get("cnt_abc123def456");
  if (john === undefined) throw new Error("the documented contact is missing");
  sandbox.contacts.set(john.id, { ...john, custom_fields: {} });

  const answer = await fetch(`${server.url}/contacts/cnt_abc123def456`, {
    method: "PUT",
    headers: { "X-API-Key": server.key, "Content-Type": "application/json" },
    body: '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}',
  });

  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(documented);
  expect(sandbox.received.at(-1)).toMatchObject({
    method: "PUT",
    path: "/external/v1/contacts/cnt_abc123def456",
    headers: { "x-api-key": server.key, "content-type": "application/json" },
    body: '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}',
  });
});
