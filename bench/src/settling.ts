import { setTimeout as sleep } from "node:timers/promises";
import { createContactsClient } from "@raze-contacts/core";
import {
  connectionReset,
  createFaultySandbox,
  endlessBody,
  type Fault,
  latency,
  malformedAnswer,
  rateLimited,
  serverError,
  slowDrip,
  slowHead,
  truncatedJson,
} from "@raze-contacts/sandbox/faults";
import { listen } from "@raze-contacts/sandbox/node";
import { id, update } from "./call.ts";
import { median } from "./statistics.ts";

/** Times in milliseconds. */
export type Settling = { readonly name: string; readonly median: number; readonly worst: number };

const never = new Promise<never>(() => {});
const anHour = 3_600_000;

const silence = latency(Number.POSITIVE_INFINITY);
const stalledBody = slowDrip({ pauseMs: anHour, pieces: 2 });

const faults: Readonly<Record<string, Fault>> = {
  "no answer": silence,
  "half a head, then nothing": slowHead({ pauseMs: anHour, pieces: 2 }),
  "headers, then a stalled body": stalledBody,
  "a body that drips": slowDrip({ pauseMs: 100, pieces: 40 }),
  "a body without end": endlessBody(),
  "JSON that is cut": truncatedJson(),
  "a reset before the answer, each time": connectionReset("before"),
  "a reset within the answer, each time": connectionReset("within"),
  "bytes that are no HTTP": malformedAnswer(),
  "500, each time": serverError(),
  "503, each time": serverError("before", 503),
  "429 without a wait, each time": rateLimited(),
  "429 with a wait of an hour": rateLimited({ header: "3600" }),
};

const deadlineMs = 300;
const times = 12;

const summary = (name: string, values: readonly number[]): Settling => ({
  name,
  median: median(values),
  worst: Math.max(...values),
});

async function settle(work: Promise<unknown>): Promise<void> {
  await work.then(
    () => undefined,
    () => undefined,
  );
}

/** How long after the deadline a call settles at most, fault by fault; negative when it needs no deadline. */
export async function measureDeadlines(): Promise<readonly Settling[]> {
  const sandbox = createFaultySandbox();
  const { url, key, close } = await listen(sandbox);
  const contacts = createContactsClient({ apiKey: key, baseUrl: url, timeoutMs: deadlineMs });
  const over = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await settle(work());
    return performance.now() - start - deadlineMs;
  };
  const results: Settling[] = [];
  try {
    const bare: number[] = [];
    sandbox.faults.always(silence);
    for (let time = 0; time < times; time += 1) {
      bare.push(await over(() => fetch(url, { signal: AbortSignal.timeout(deadlineMs) })));
    }
    results.push(summary("bare `fetch` with `AbortSignal.timeout`, no answer", bare));
    for (const [name, fault] of Object.entries(faults)) {
      sandbox.faults.always(fault);
      const values: number[] = [];
      for (let time = 0; time < times; time += 1) values.push(await over(() => contacts.update(id, update)));
      results.push(summary(name, values));
    }
  } finally {
    await close();
  }
  return results;
}

/** How long after its signal a call settles, phase by phase. */
export async function measureAborts(): Promise<readonly Settling[]> {
  const sandbox = createFaultySandbox();
  const { url, key, close } = await listen(sandbox);
  const phases: Readonly<Record<string, { fault: Fault; apiKey: string | (() => Promise<string>) }>> = {
    "while the key is asked for": { fault: silence, apiKey: () => never },
    "before the headers": { fault: silence, apiKey: key },
    "within the body": { fault: stalledBody, apiKey: key },
    "in the wait before a retry": { fault: rateLimited({ header: "10" }), apiKey: key },
  };
  const results: Settling[] = [];
  try {
    for (const [name, { fault, apiKey }] of Object.entries(phases)) {
      sandbox.faults.always(fault);
      const contacts = createContactsClient({ apiKey, baseUrl: url });
      const values: number[] = [];
      for (let time = 0; time < times; time += 1) {
        const controller = new AbortController();
        const settled = settle(contacts.update(id, update, { signal: controller.signal }));
        await sleep(50);
        const start = performance.now();
        controller.abort();
        await settled;
        values.push(performance.now() - start);
      }
      results.push(summary(name, values));
    }
  } finally {
    await close();
  }
  return results;
}
