/** How many calls a key has in one window of time. */
export type RateLimit = {
  readonly limit: number;
  /** An hour unless given. Windows stand on the clock: 10:00 to 11:00, not an hour from the first call. */
  readonly windowMs?: number;
};

/** Where a caller stands after a call has been counted. */
export type RateLimitState = {
  readonly exceeded: boolean;
  readonly retryAfterSeconds: number;
  readonly headers: Readonly<Record<string, string>>;
};

/** Counts calls by caller. Calls that are refused count too, as they do on the vendor's servers. */
export function createRateLimiter({ limit, windowMs = 3_600_000 }: RateLimit, now: () => number) {
  const calls = new Map<string, { windowEnd: number; count: number }>();

  return (caller: string): RateLimitState => {
    const time = now();
    const windowEnd = (Math.floor(time / windowMs) + 1) * windowMs;
    const before = calls.get(caller);
    const count = before?.windowEnd === windowEnd ? before.count + 1 : 1;
    calls.set(caller, { windowEnd, count });
    return {
      exceeded: count > limit,
      retryAfterSeconds: Math.ceil((windowEnd - time) / 1000),
      headers: {
        "X-RateLimit-Limit": String(limit),
        "X-RateLimit-Remaining": String(Math.max(0, limit - count)),
        "X-RateLimit-Reset": String(Math.ceil(windowEnd / 1000)),
      },
    };
  };
}
