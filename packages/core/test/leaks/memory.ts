// Prints how many bytes of memory a call leaves behind, from 100,000 calls after a warm-up. With "plant", one signal a
// call is kept on purpose, to see that it is seen. Needs --expose-gc.
import { setTimeout as pause } from "node:timers/promises";
import { createContactsClient, type Fetch, saveContact } from "../../src/index.ts";
import { john, refusal, success } from "../support/server.ts";

const warmUp = 20_000;
const callsPerSample = 10_000;
const samplesApart = 10;
const atOnce = 100;

const shared = new AbortController();
const hang: Fetch = () => new Promise(() => {});
const answer =
  (...answers: (() => Response)[]): Fetch =>
  async () => {
    const [first] = answers;
    answers.push(...answers.splice(0, 1));
    return first?.() ?? Response.error();
  };
const good = () => Response.json(success(john));
const busy = () => Response.json(refusal("MAINTENANCE"), { status: 503 });
const missing = () => Response.json(refusal("NOT_FOUND"), { status: 404 });

const client = (fetch: Fetch) =>
  createContactsClient({ apiKey: async () => "gr_live_x", fetch, maxRetryDelayMs: 0, onAttempt: () => {} });
const { signal } = shared;
const ordinary = client(answer(good));
const absent = client(answer(missing));
const flaky = client(answer(busy, good));
const broken = client(() => Promise.reject(new TypeError("fetch failed")));
const silent = client(hang);

/** The ways that a call can go. */
const ways: readonly (() => Promise<unknown>)[] = [
  () => ordinary.get(john.id, { signal }),
  () => ordinary.update(john.id, { position: "CTO" }, { signal }),
  () => ordinary.list({ search: "x" }, { signal }),
  () => saveContact(ordinary, john.id, { base: john, edited: { ...john, position: "CTO" }, signal }),
  () => absent.get(john.id, { signal }),
  () => flaky.get(john.id, { signal }),
  () => broken.get(john.id, { signal, maxRetries: 0 }),
  () => silent.get(john.id, { signal, timeoutMs: 1 }),
  () => silent.update("no/id", {}, { signal }),
  () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    return silent.get(john.id, { signal: controller.signal });
  },
];

const kept: object[] = [];
const isPlanted = process.argv[2] === "plant";

async function makeCalls(count: number): Promise<void> {
  for (let made = 0; made < count; made += atOnce) {
    const batch = Array.from({ length: atOnce / ways.length }, () => ways.map((call) => call())).flat();
    for (const _ of await Promise.allSettled(batch)) if (isPlanted) kept.push(new AbortController().signal);
  }
}

async function usedBytes(): Promise<number> {
  // What is only reachable from finalizers goes in a later collection.
  for (let times = 0; times < 5; times += 1) {
    globalThis.gc?.();
    await pause(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

await makeCalls(warmUp);
const samples = [await usedBytes()];
while (samples.length < samplesApart + 3) {
  await makeCalls(callsPerSample);
  samples.push(await usedBytes());
}
// Now and then a sample holds megabytes that a later collection frees; of three, the least has none.
const [before, after] = [Math.min(...samples.slice(0, 3)), Math.min(...samples.slice(-3))];
console.log((after - before) / (samplesApart * callsPerSample));
