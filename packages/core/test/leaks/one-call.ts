// Makes one call that goes the way asked for, prints how it went and which timers are left, and does not say when to end.
import { createContactsClient, RazeError } from "../../src/index.ts";

/** 25 days: what a call leaves behind until its time is over keeps this process for as long. */
const longest = 2_147_483_647;

const [way, baseUrl = "", apiKey = ""] = process.argv.slice(2);
const controller = new AbortController();
const abortSoon = () => setTimeout(() => controller.abort(), 100);
const options = { apiKey, baseUrl, timeoutMs: longest, maxRetryDelayMs: longest };
const { signal } = controller;

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  success: () => createContactsClient(options).get("cnt_abc123def456", { signal }),
  refusedHere: () => createContactsClient(options).update("cnt_abc123def456", { email: "none" }, { signal }),
  refusedThere: () => createContactsClient(options).get("cnt_missing", { signal }),
  timeout: () => createContactsClient(options).get("cnt_silent", { signal, timeoutMs: 100 }),
  abort() {
    abortSoon();
    return createContactsClient(options).get("cnt_silent", { signal });
  },
  abortInWait() {
    const client = createContactsClient({ ...options, onAttempt: abortSoon });
    return client.get("cnt_limited", { signal });
  },
  abortInKey() {
    abortSoon();
    const client = createContactsClient({ ...options, apiKey: () => new Promise(() => {}) });
    return client.get("cnt_abc123def456", { signal });
  },
};

const end = await ways[way ?? ""]?.().then(
  () => "success",
  (error: unknown) => (error instanceof RazeError ? error.reason : String(error)),
);
console.log(end, process.getActiveResourcesInfo().filter((name) => name === "Timeout").length);
