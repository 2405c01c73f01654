/** What a call takes from its surroundings; tests bring their own, so that they wait for nothing. */
export type Runtime = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Calls back after some milliseconds, unless the function that it returns is called first. */
  readonly schedule: (callback: () => void, milliseconds: number) => () => void;
};

/** The longest time that a timer can wait. */
export const longestDelayMs = 2_147_483_647;

export const systemRuntime: Runtime = {
  now: () => Date.now(),
  random: () => Math.random(),
  schedule: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
