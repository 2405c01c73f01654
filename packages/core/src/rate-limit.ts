/** What the server says of the hourly quota; a part is undefined when the server, or a browser's CORS, hides it. */
export type RateLimit = {
  /** Calls allowed an hour. */
  readonly limit?: number | undefined;
  /** Calls left in this hour. */
  readonly remaining?: number | undefined;
  /** When the quota is full again. */
  readonly resetAt?: Date | undefined;
};

/** Up to twelve digits, which as seconds are a moment that a Date can hold. */
function readCount(headers: Headers, name: string): number | undefined {
  const text = headers.get(`x-ratelimit-${name}`);
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** Reads `X-RateLimit-*`, which every answer carries (the API's Rate Limits page); Reset is in unix seconds. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const limit = readCount(headers, "limit");
  const remaining = readCount(headers, "remaining");
  const reset = readCount(headers, "reset");
  if ((limit ?? remaining ?? reset) === undefined) return undefined;
  return { limit, remaining, resetAt: reset === undefined ? undefined : new Date(reset * 1000) };
}
