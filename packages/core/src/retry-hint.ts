const longestHintMs = 31 * 24 * 60 * 60 * 1000;

// The form in which HTTP dates are sent. RFC 9110 names two more and forbids to send them; engines differ on them.
const httpDate = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

const plausible = (milliseconds: number): number | undefined =>
  milliseconds >= 0 && milliseconds <= longestHintMs ? milliseconds : undefined;

/** Whole seconds, as a number or as text. */
function readSeconds(value: unknown): number | undefined {
  const isWhole = typeof value === "string" ? /^\d+$/.test(value) : Number.isInteger(value);
  return isWhole ? plausible(Number(value) * 1000) : undefined;
}

function readRetryAfter(text: string, now: number): number | undefined {
  return httpDate.test(text) ? plausible(Date.parse(text) - now) : readSeconds(text);
}

/**
 * How many milliseconds the server asks to wait: `error.retry_after` (the API's Rate Limits page), else
 * `Retry-After`, else, for 429 alone, the start of the next quota. Anything implausible is no hint.
 */
export function readRetryHint(
  retryAfter: unknown,
  headers: Headers,
  resetAt: Date | undefined,
  now: number,
): number | undefined {
  return (
    readSeconds(retryAfter) ??
    readRetryAfter(headers.get("retry-after") ?? "", now) ??
    (resetAt && plausible(resetAt.getTime() - now))
  );
}
