import fc from "fast-check";
import { createClient } from "../../src/client.ts";
import { type AttemptEvent, type ContactsClient, RazeError, saveContact } from "../../src/index.ts";
import { canariesIn, stored, update } from "../fault-matrix/canaries.ts";
import { key } from "../support/client.ts";
import { everythingOf } from "../support/everything-of.ts";
import { manualRuntime } from "../support/manual-runtime.ts";
import { type OddAnswer, oddAnswer } from "./odd-answer.ts";

const calls: Readonly<Record<string, (client: ContactsClient) => Promise<unknown>>> = {
  get: (client) => client.get(stored.id),
  update: (client) => client.update(stored.id, update),
  list: (client) => client.list({ search: stored.name }),
  save: (client) => saveContact(client, stored.id, { base: stored, edited: { ...stored, ...update } }),
};

const builtIns = [Object.prototype, Array.prototype, Function.prototype, Error.prototype];
const shapeOf = (): string => builtIns.flatMap((prototype) => Reflect.ownKeys(prototype).map(String)).join();
const shape = shapeOf();

function demand(isMet: boolean, what: string, about: unknown): void {
  if (!isMet) throw new Error(what, { cause: about });
}

/** Holds what must be true of an error, whatever the server said. Its words in `fieldErrors` are its own. */
function checkError(error: unknown, events: readonly AttemptEvent[]): string {
  if (!(error instanceof RazeError)) throw new Error("not an error of ours", { cause: error });
  const { fieldErrors, ...rest } = error;
  demand(!everythingOf(fieldErrors).includes(key), "the key is in the server's words", error);
  const loggable = everythingOf([rest, events, error.message, error.stack, error.cause, error.cause?.stack]);
  const canaries = canariesIn(loggable.replaceAll(stored.id, ""));
  demand(canaries.length === 0, `a canary is in an error: ${canaries.join(" ")}`, error);
  return error.reason;
}

/** Meets one answer in every call, and throws if one of them does anything but give a result or one of our errors. */
async function meet(answer: OddAnswer, seen: Map<string, number>): Promise<void> {
  for (const call of Object.values(calls)) {
    const { runtime, pending } = manualRuntime();
    const events: AttemptEvent[] = [];
    const onAttempt = (event: AttemptEvent) => void events.push(event);
    const fetch = async () => answer();
    const client = createClient({ apiKey: key, maxRetries: 1, fetch, onAttempt }, runtime);
    const end = await call(client).then(
      () => "success",
      (error: unknown) => checkError(error, events),
    );
    seen.set(end, (seen.get(end) ?? 0) + 1);
    demand(pending() === 0, "a timer is left", events);
    demand(shapeOf() === shape, "a built-in object was changed", events);
  }
}

/** Lets the client meet that many odd answers, in each of its calls, and counts how the calls ended. */
export async function meetAnswers(count: number, seed: number): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  const property = fc.asyncProperty(oddAnswer, (answer) => meet(answer, seen));
  await fc.assert(property, { numRuns: count, seed });
  return seen;
}
