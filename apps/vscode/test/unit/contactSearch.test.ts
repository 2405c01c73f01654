import { createContactsClient } from "@raze-contacts/core";
import { sandboxKey } from "@raze-contacts/sandbox";
import { connectionReset, createFaultySandbox, latency, rateLimited, serverError } from "@raze-contacts/sandbox/faults";
import { expect, test } from "vitest";
import { ContactSearch, type SearchState } from "../../src/contacts/findContact/contactSearch.ts";

const start = Date.parse("2026-01-15T10:30:00Z");
const patience = { timeout: 60_000 };

/** A time that stands still until it is moved. */
function stoppedClock() {
  let time = start;
  const waiting = new Set<{ at: number; callback: () => void }>();
  return {
    now: () => time,
    schedule: (callback: () => void, milliseconds: number) => {
      const timer = { at: time + milliseconds, callback };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    pass: (milliseconds: number) => {
      time += milliseconds;
      for (const timer of waiting) {
        if (timer.at > time || !waiting.delete(timer)) continue;
        timer.callback();
      }
    },
  };
}

/** A search in a sandbox of its own. */
function searchIn({ limit = 5000, listsAll = false }: { limit?: number; listsAll?: boolean } = {}) {
  const clock = stoppedClock();
  const sandbox = createFaultySandbox({ rateLimit: { limit }, now: clock.now });
  const client = createContactsClient({
    apiKey: sandboxKey,
    baseUrl: "https://sandbox.invalid/external/v1",
    fetch: sandbox.fetch,
  });
  /** What came without a key being pressed. */
  const answers: SearchState["kind"][] = [];
  const changed = () => answers.push(search.state.kind);
  const search = new ContactSearch({ client, clock, changed, listsAll });
  const settled = () => expect.poll(() => search.state.kind, patience).not.toBe("waiting");
  /** Types text and stays with it until the answer is there. */
  const finds = async (typed: string) => {
    search.follow(typed);
    clock.pass(300);
    await settled();
    return search.state.kind === "found" ? search.state.found.contacts.map(({ name }) => name) : search.state.kind;
  };
  /** What the server was asked for, so far. */
  const asked = () => sandbox.received.map(({ path }) => path.replace("/external/v1/contacts", ""));
  return { search, client, sandbox, clock, answers, settled, finds, asked };
}

test("searches 300 ms after the last key, for three letters and more", async () => {
  const { search, clock, asked, settled } = searchIn();
  search.follow("jo");
  clock.pass(1000);
  expect(search.state.kind).toBe("idle");
  search.follow("joh");
  clock.pass(299);
  search.follow("john");
  clock.pass(299);
  expect(asked()).toEqual([]);
  expect(search.state.kind).toBe("waiting");
  clock.pass(1);
  await settled();
  expect(asked()).toEqual(["?limit=50&search=john"]);
  expect(search.state).toMatchObject({ kind: "found", found: { term: "john", total: expect.any(Number) } });
});

test("calls off a call that newer text has superseded, and shows nothing of it", async () => {
  const { search, sandbox, clock, answers, settled } = searchIn();
  let signal: AbortSignal | undefined;
  sandbox.faults.next((call, answer) => {
    signal = call.signal;
    return latency(Number.POSITIVE_INFINITY)(call, answer);
  });
  search.follow("acme");
  clock.pass(300);
  await expect.poll(() => signal, patience).toBeDefined();
  search.follow("john");
  expect(signal?.aborted, "at once, not after the pause").toBe(true);
  clock.pass(300);
  await settled();
  expect(answers).toEqual(["found"]);
  expect(search.state).toMatchObject({ found: { term: "john" } });
});

test("forgets an answer that comes although its call was called off", async () => {
  const { search, sandbox, clock, answers } = searchIn();
  let isHeld = true;
  let reached = 0;
  sandbox.faults.next(async (_, answer) => {
    reached = 1;
    await expect.poll(() => isHeld, patience).toBe(false); // deaf to the signal
    reached = 2;
    return answer();
  });
  search.follow("acme");
  clock.pass(300);
  await expect.poll(() => reached, patience).toBe(1);
  search.follow("");
  isHeld = false;
  await expect.poll(() => reached, patience).toBe(2);
  await new Promise((resolve) => setTimeout(resolve));
  expect(search.state.kind).toBe("idle");
  expect(answers).toEqual([]);
});

test("asks once for the same text, spaces around it or not", async () => {
  const { finds, asked } = searchIn();
  const first = await finds("john");
  await finds("acme");
  expect(await finds(" john ")).toEqual(first);
  expect(await finds("john  ")).toEqual(first);
  expect(asked()).toHaveLength(2);
});

test("keeps the server's order", async () => {
  const { finds, client } = searchIn();
  const { contacts } = await client.list({ search: "example.com", limit: 50 });
  const names = contacts.map(({ name }) => name);
  expect(await finds("example.com")).toEqual(names);
  expect(names, "an order of its own").not.toEqual(
    names.toSorted((one, other) => String(one).localeCompare(String(other))),
  );
});

test("shows what was found before while it waits", async () => {
  const { finds, search } = searchIn();
  await finds("john");
  search.follow("john d");
  expect(search.state).toMatchObject({ kind: "waiting", before: { term: "john" } });
  search.follow("john do");
  expect(search.state).toMatchObject({ kind: "waiting", before: { term: "john" } });
});

test("with less than a tenth of the calls left, searches only when told to, until the quota is full again", async () => {
  const { finds, search, asked, clock, settled } = searchIn({ limit: 20 });
  for (let call = 1; call <= 18; call += 1) expect(await finds(`none${call}`)).toEqual([]);
  expect(await finds("one more"), "a tenth is left").toEqual([]);
  expect(await finds("john"), "less than a tenth is left").toBe("asks_first");
  const until = new Date("2026-01-15T11:00:00Z");
  expect(search.state).toEqual({ kind: "asks_first", term: "john", shortage: { remaining: 1, until } });
  expect(asked()).toHaveLength(19);
  expect(await finds("none1"), "an answer that is there costs nothing").toEqual([]);

  search.follow("john");
  search.searchNow();
  await settled();
  expect(search.state).toMatchObject({ kind: "found", found: { term: "john" } });
  expect(asked()).toHaveLength(20);

  expect(await finds("acme")).toBe("asks_first");
  clock.pass(3_600_000);
  expect(await finds("acme inc")).toContain("John Doe");
});

test("after a 429, says until when, and sends nothing until it is told to", async () => {
  const { finds, search, sandbox, clock, asked, settled } = searchIn();
  const retryAfter = rateLimited({ header: new Date(Date.now() + 60_000).toUTCString() });
  sandbox.faults.next(retryAfter);
  expect(await finds("john")).toBe("failed");
  expect(search.state).toMatchObject({ error: { kind: "rate_limited", retryAt: expect.any(Date) } });
  clock.pass(10_000);
  expect(asked(), "no retry out of sight").toHaveLength(1);
  expect(await finds("acme")).toBe("asks_first");
  search.searchNow();
  await settled();
  expect(search.state).toMatchObject({ kind: "found", found: { term: "acme" } });
  expect(await finds("john"), "the calls are there again").toContain("John Doe");
});

test.each([
  ["the server fails", serverError(), "server"],
  ["the connection is lost", connectionReset("before"), "network"],
])("when %s, says so, and tries again with the next text or when told to", async (_, fault, kind) => {
  const { finds, search, sandbox, settled } = searchIn();
  sandbox.faults.next(fault);
  expect(await finds("john")).toBe("failed");
  expect(search.state).toMatchObject({ error: { kind } });
  search.searchNow();
  await settled();
  expect(search.state, "a failure is no answer to keep").toMatchObject({ kind: "found" });
  expect(await finds("acme")).toContain("John Doe");
});

test("without the permission to read, says so", async () => {
  const { finds, search, sandbox } = searchIn();
  sandbox.keys.set(sandboxKey, { permissions: ["contacts:write"] });
  expect(await finds("john")).toBe("failed");
  expect(search.state).toMatchObject({ error: { kind: "permission" } });
});

test("can list all there is until there is text to look for", async () => {
  const { search, finds, asked, settled } = searchIn({ listsAll: true });
  search.follow("");
  await settled();
  search.follow("j");
  expect(search.state).toMatchObject({ kind: "found", found: { term: "" } });
  expect(asked()).toEqual(["?limit=100&sort_by=name&sort_order=asc"]);
  expect(await finds("john")).toContain("John Doe");
});

test("sends nothing after its list is closed", async () => {
  const { search, clock, asked, answers } = searchIn();
  search.follow("john");
  search.dispose();
  clock.pass(1000);
  search.searchNow();
  expect(asked()).toEqual([]);
  expect(answers).toEqual([]);
});
