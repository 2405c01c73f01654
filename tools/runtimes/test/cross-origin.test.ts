import { createSandbox, sandboxKey } from "@raze-contacts/sandbox";
import { listen } from "@raze-contacts/sandbox/node";
import { installBrowser } from "@raze-contacts/vscode-host";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { openPage } from "../src/run-in-chromium.ts";
import { serveToPages } from "./page-server.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await installBrowser() });
});
afterAll(() => browser?.close());

/** Calls from a page whose address is not the server's: what a call gives, or the kind, reason and outcome of its error. */
async function callFromPage(options: { baseUrl: string; apiKey: string }, call: string): Promise<unknown> {
  const home = await listen(createSandbox());
  onTestFinished(home.close);
  const page = await openPage(browser, new URL(home.url).origin, inject("project"));
  return await page.evaluate(`createContactsClient({ ...${JSON.stringify(options)}, maxRetries: 0 }).${call}.then(
    ({ contact, rateLimit }) => ({ position: contact.position, remaining: rateLimit?.remaining }),
    ({ kind, reason, outcome }) => ({ kind, reason, outcome }),
  )`);
}

const leave = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "PUT",
  "access-control-allow-headers": "content-type, x-api-key",
};
const update = 'update("cnt_abc123def456", { position: "CTO" })';

test("a server that lets other pages in is asked for one method and two headers, and hides the quota", async () => {
  const sandbox = createSandbox();
  const { baseUrl, asked, close } = await serveToPages(sandbox, leave);
  onTestFinished(close);
  const options = { baseUrl, apiKey: sandboxKey };
  expect(await callFromPage(options, update)).toEqual({ position: "CTO" });
  expect(await callFromPage(options, 'get("cnt_abc123def456")')).toEqual({ position: "CTO" });
  expect(asked).toEqual(["PUT content-type,x-api-key", "GET x-api-key"]);
});

test("the quota is known once the server lets pages see it", async () => {
  const exposed = { ...leave, "access-control-expose-headers": "x-ratelimit-remaining" };
  const { baseUrl, close } = await serveToPages(createSandbox(), exposed);
  onTestFinished(close);
  expect(await callFromPage({ baseUrl, apiKey: sandboxKey }, update)).toEqual({ position: "CTO", remaining: 4999 });
});

test("a server that does not let other pages in receives no call, which a page sees as a lost connection", async () => {
  const sandbox = createSandbox();
  const { url: baseUrl, key: apiKey, close } = await listen(sandbox);
  onTestFinished(close);
  const lost = { kind: "network", reason: "connection_lost", outcome: "unknown" };
  expect(await callFromPage({ baseUrl, apiKey }, update)).toEqual(lost);
  expect(sandbox.received).toEqual([]);
});
