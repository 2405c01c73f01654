/** What the server says of the hourly quota; a part is missing when the server (or a browser's CORS) hides it. */
export type RateLimit = {
  /** Calls allowed an hour. */
  readonly limit?: number;
  /** Calls left in this hour. */
  readonly remaining?: number;
  /** When the quota is full again. */
  readonly resetAt?: Date;
};

/** The last moment a Date can hold, in seconds. */
const lastSecond = 8_640_000_000_000;

function readCount(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** Reads `X-RateLimit-*`, which every answer carries (the API's Rate Limits page); Reset is in unix seconds. */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const limit = readCount(headers, "x-ratelimit-limit");
  const remaining = readCount(headers, "x-ratelimit-remaining");
  const reset = readCount(headers, "x-ratelimit-reset");
  const resetAt = reset === undefined || reset > lastSecond ? undefined : new Date(reset * 1000);
  if (limit === undefined && remaining === undefined && resetAt === undefined) return undefined;
  return {
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetAt && { resetAt }),
  };
}
