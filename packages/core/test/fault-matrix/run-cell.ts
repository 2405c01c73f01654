import { getEventListeners } from "node:events";
import { isDeepStrictEqual } from "node:util";
import { RazeError } from "../../src/index.ts";
import { everythingOf } from "../support/everything-of.ts";
import { canariesIn, stored, update } from "./canaries.ts";
import type { Column } from "./columns.ts";
import type { Cell } from "./expectation.ts";
import type { FaultRow } from "./fault-row.ts";
import { type Stage, setStage } from "./stage.ts";

const hangsAfterMs = 20_000;

/** Fails if the work never ends. Nothing here takes as long; the limit is there to name the cell that hangs. */
async function toTheEnd<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hanging = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("it hangs")), hangsAfterMs);
  });
  try {
    return await Promise.race([work, hanging]);
  } finally {
    clearTimeout(timer);
  }
}

function isApplied({ sandbox }: Stage): boolean {
  const contact = sandbox.contacts.get(stored.id);
  return isDeepStrictEqual(contact, { ...stored, ...update, updated_at: contact?.updated_at });
}

/** All that a log could get hold of. */
const loggable = (error: unknown, { events }: Stage): string => {
  const texts = error instanceof Error ? [error.message, error.stack, String(error), error.cause] : [];
  return everythingOf([error, texts, events]);
};

async function observe(column: Column, stage: Stage): Promise<Cell> {
  const call = toTheEnd(column.call(stage.client, { signal: stage.signal }));
  const [told, error] = await call.then(
    (attempts): [number | undefined, unknown] => [attempts, undefined],
    (thrown: unknown): [number | undefined, unknown] => [undefined, thrown],
  );
  if (error !== undefined && !(error instanceof RazeError)) throw error;
  const received = (method: string) => stage.sandbox.received.filter((request) => request.method === method).length;
  return {
    kind: error?.kind ?? "success",
    reason: error?.reason,
    outcome: error?.outcome,
    step: error?.step,
    attempts: stage.attempts(),
    told: error?.attempts ?? told,
    tellsWhen: error?.retryAt !== undefined,
    reads: received("GET"),
    updates: received("PUT"),
    applied: isApplied(stage),
    strays: stage.strays(),
    left: {
      listeners: getEventListeners(stage.signal, "abort").length,
      timers: stage.pending(),
      canaries: canariesIn(loggable(error, stage)),
    },
  };
}

/** Lets one call meet one fault, with a server of its own. */
export async function runCell({ strike }: FaultRow, column: Column): Promise<Cell> {
  const stage = await setStage(column);
  try {
    await strike(stage);
    return await observe(column, stage);
  } finally {
    await toTheEnd(stage.close());
  }
}
