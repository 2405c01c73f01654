import type { Failure } from "./failure.ts";
import type { Runtime } from "./runtime.ts";

const firstBackoffMs = 500;

/** How long to wait before the next attempt: as the server asks, or else a random part of a time that doubles. */
export function retryWaitMs({ hintMs }: Failure, attempts: number, longestMs: number, { random }: Runtime): number {
  return hintMs ?? random() * Math.min(longestMs, firstBackoffMs * 2 ** (attempts - 1));
}
