import { createContactsClient } from "@raze-contacts/core";
import type { Sandbox } from "@raze-contacts/sandbox";
import type { ListeningSandbox } from "@raze-contacts/sandbox/node";
import { contactFieldNames, contactFields } from "@raze-contacts/schema";

const id = "cnt_abc123def456";
const update = { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] };

const shown = (value: unknown): string => {
  if (typeof value === "string") return value;
  const isTexts = Array.isArray(value) && value.every((item) => typeof item === "string");
  return isTexts ? value.join(", ") : JSON.stringify(value ?? null);
};

/** Makes one update over HTTP through core and tells what was sent, and the contact before and after. */
export async function updateOverHttp(sandbox: Sandbox, { key, url }: ListeningSandbox): Promise<string> {
  const contacts = createContactsClient({ apiKey: key, baseUrl: url });
  const before = await contacts.get(id);
  const after = await contacts.update(id, update);
  const request = sandbox.received.at(-1);
  const rows = contactFieldNames.map((field) => {
    const [was, is] = [shown(before.contact[field]), shown(after.contact[field])];
    return `  ${was === is ? " " : "*"} ${contactFields[field].label.padEnd(14)} ${was === is ? was : `${was}  →  ${is}`}`;
  });
  const proof =
    after.unapplied.length === 0
      ? "The answer holds what was sent."
      : `Not applied: ${after.unapplied.map(({ field }) => field).join(", ")}.`;
  return [
    `${request?.method} ${url}${request?.path.replace(/^.*(?=\/contacts)/, "")}`,
    request?.body,
    "",
    ...rows,
    "",
    proof,
  ].join("\n");
}
