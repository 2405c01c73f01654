import type { Runtime } from "../../src/runtime.ts";

/**
 * Surroundings in which no test waits: a wait is over at once, and the clock has moved by it. A deadline, which is
 * the first timer of a call, runs out when the test says so.
 */
export function manualRuntime(start = Date.parse("2026-11-24T12:00:00Z")) {
  let time = start;
  const deadlines = new Set<() => void>();
  const waiting = new Set<() => void>();
  const waits: number[] = [];
  let isWaitingHeld = false;

  const runtime: Runtime = {
    now: () => time,
    random: () => 0.5,
    schedule(callback, milliseconds) {
      if (deadlines.size === 0) {
        deadlines.add(callback);
        return () => deadlines.delete(callback);
      }
      waits.push(milliseconds);
      waiting.add(callback);
      if (!isWaitingHeld) {
        time += milliseconds;
        queueMicrotask(callback);
      }
      return () => waiting.delete(callback);
    },
  };
  return {
    runtime,
    /** The milliseconds of each wait so far. */
    waits,
    /** Timers that have been neither reached nor taken back. */
    pending: () => deadlines.size + waiting.size,
    /** Waits do not end by themselves from now on. */
    holdWaits: () => {
      isWaitingHeld = true;
    },
    /** The deadline runs out. */
    expire: () => {
      for (const callback of deadlines) callback();
    },
    /** The clock moves. */
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}
