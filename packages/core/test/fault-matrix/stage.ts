import { createFaultySandbox, type Fault } from "@raze-contacts/sandbox/faults";
import { listen } from "@raze-contacts/sandbox/node";
import { createClient } from "../../src/client.ts";
import type { ApiKeySource, AttemptEvent, Fetch } from "../../src/index.ts";
import { key } from "../support/client.ts";
import { manualRuntime } from "../support/manual-runtime.ts";
import { stored } from "./canaries.ts";
import type { Column } from "./columns.ts";

/** What a row can do to a call. */
export type Stage = Awaited<ReturnType<typeof setStage>>;

/** A server on loopback, a client in front of it, and every place where a call can be made to fail. */
export async function setStage({ struck, isSave }: Column) {
  const method = struck === "update" ? "PUT" : "GET";
  const askOfStruck = isSave && method === "PUT" ? 2 : 1;
  const { runtime, pending, expire, holdWaits } = manualRuntime();
  const controller = new AbortController();
  const closers: (() => Promise<void>)[] = [];
  const others: { readonly received: readonly unknown[] }[] = [];
  const events: AttemptEvent[] = [];
  let asked = 0;
  let struckFetch: Fetch = fetch;
  let struckKey: ApiKeySource = () => key;
  let hear: (event: AttemptEvent) => void = () => {};

  const open = async () => {
    const sandbox = createFaultySandbox({ contacts: [stored], now: runtime.now });
    const { url, close } = await listen(sandbox, { key });
    closers.push(close);
    return { sandbox, url };
  };
  const { sandbox, url } = await open();

  const client = createClient(
    {
      baseUrl: url,
      apiKey: () => {
        asked += 1;
        return asked === askOfStruck ? struckKey() : key;
      },
      fetch: (address, init) => (init.method === method ? struckFetch : fetch)(address, init),
      onAttempt: (event) => {
        events.push(event);
        if (event.method === method) hear(event);
      },
    },
    runtime,
  );

  return {
    client,
    sandbox,
    url,
    events,
    /** The attempts of the struck call. */
    attempts: () => events.filter((event) => event.method === method).length,
    signal: controller.signal,
    pending,
    /** The deadline of the call runs out. */
    expire,
    /** The caller cancels. */
    abort: () => controller.abort(),
    holdWaits,
    /** Each struck request meets this fault, or only the first one. */
    always: (fault: Fault) => sandbox.faults.always(fault, { on: struck }),
    once: (fault: Fault) => sandbox.faults.next(fault, { on: struck }),
    /** The struck requests go this way instead of through `fetch`. */
    send: (way: Fetch) => {
      struckFetch = way;
    },
    /** The struck call gets its key from here. */
    keyFrom: (source: ApiKeySource) => {
      struckKey = source;
    },
    /** Hears of the struck call's attempts. */
    listenTo: (listener: (event: AttemptEvent) => void) => {
      hear = listener;
    },
    /** The address of another server, where no request may end up. */
    elsewhere: async () => {
      const other = await open();
      others.push(other.sandbox);
      return other.url;
    },
    strays: () => others.reduce((sum, { received }) => sum + received.length, 0),
    close: async () => {
      for (const close of closers) await close();
    },
  };
}
