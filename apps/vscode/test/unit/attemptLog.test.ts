import { createContactsClient } from "@raze-contacts/core";
import { createSandbox, sandboxKey } from "@raze-contacts/sandbox";
import { expect, test } from "vitest";
import { attemptLine } from "../../src/attemptLog.ts";

test("a log line tells what was sent by name alone: no key, no id, no value", async () => {
  const lines: string[] = [];
  const contacts = createContactsClient({
    apiKey: sandboxKey,
    fetch: createSandbox().fetch,
    onAttempt: (attempt) => lines.push(attemptLine(attempt)),
  });
  await contacts.update("cnt_abc123def456", { position: "Secret position", tags: ["secret-tag"] });
  await contacts.get("cnt_nobody0000001").catch(() => {});
  expect(lines).toEqual([
    expect.stringMatching(/^PUT \/contacts\/:id 200 in \d+ ms, attempt 1 \(position, tags\)$/),
    expect.stringMatching(/^GET \/contacts\/:id 404 NOT_FOUND contact_not_found in \d+ ms, attempt 1$/),
  ]);
});
