// The whole product once, on sample data: an update over HTTP through core, then a VS Code to do it by hand.
import { fileURLToPath } from "node:url";
import { createContactsClient } from "@raze-contacts/core";
import { createSandbox } from "@raze-contacts/sandbox";
import { listen } from "@raze-contacts/sandbox/node";
import { contactFieldNames, contactFields } from "@raze-contacts/schema";
import { installHost, open } from "@raze-contacts/vscode-host";

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const id = "cnt_abc123def456";
const update = { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] };

const sandbox = createSandbox();
const server = await listen(sandbox);
const contacts = createContactsClient({ apiKey: server.key, baseUrl: server.url });

const before = await contacts.get(id);
const after = await contacts.update(id, update);
const request = sandbox.received.at(-1);

console.log(`\n${request?.method} ${request?.path}\n${request?.body}\n`);
const shown = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
for (const field of contactFieldNames) {
  const [was, is] = [shown(before.contact[field]), shown(after.contact[field])];
  const change = was === is ? was : `${was}  →  ${is}`;
  console.log(`  ${contactFields[field].label.padEnd(14)} ${was === is ? " " : "*"} ${change}`);
}
console.log(`\nApplied in full: ${after.unapplied.length === 0 ? "yes" : "no"}\n`);

const folder = inRepository(".vscode-test");
await installHost({ folder, log: console.log });
const code = await open({
  extension: inRepository("apps/vscode"),
  workspace: inRepository("docs"),
  data: inRepository(".vscode-test/demo"),
  settings: { "raze.baseUrl": server.url },
  log: console.log,
});
console.log(
  code.kind === "browser" ? `VS Code ${code.version} is at\n  ${code.url}` : `VS Code ${code.version} is open.`,
);
console.log(`
  Press F1, type "Raze: Edit Contact" and press Enter. Choose Try the Sandbox, then a contact.
  Change something in the form and press Ctrl+S (Cmd+S on a Mac).

To sign in over HTTP instead: F1, "Raze: Sign In…", then this key, which lives as long as this run:
  ${server.key}   for ${server.url}

Ctrl+C ends everything.`);

await code.closed;
await server.close();
