import type { AttemptEvent } from "./attempt-event.ts";
import { readBaseUrl } from "./base-url.ts";
import { RazeError } from "./error.ts";
import { longestDelayMs } from "./runtime.ts";

/** The caller's own way to an API key, asked once a call. */
export type ApiKeySource = () => string | Promise<string>;

/** What sends a request: the global `fetch`, or a function that can be called like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What a client is made of. */
export type ContactsClientOptions = {
  /** The key from Settings > API Keys, or a function that is asked for it once a call. */
  readonly apiKey: string | ApiKeySource;
  /** Where the API is; `https://app.getraze.com/external/v1` unless told. http is taken for this machine only. */
  readonly baseUrl?: string | undefined;
  /** Sends the requests. Without it, the global `fetch` of the moment of each call. */
  readonly fetch?: Fetch | undefined;
  /**
   * How long a call may take in all, key, waits and all attempts included: 1 to 2,147,483,647 whole milliseconds;
   * 30,000 unless told.
   */
  readonly timeoutMs?: number | undefined;
  /** How often a call is tried again at most: 0 to 10; 2 unless told. */
  readonly maxRetries?: number | undefined;
  /**
   * The longest wait before a retry: 0 to 2,147,483,647 whole milliseconds; 15,000 unless told. If the server asks
   * for more, the call fails at once.
   */
  readonly maxRetryDelayMs?: number | undefined;
  /**
   * Hears of each exchange with the server, before the call goes on. What it throws is dropped, as is what becomes of a
   * promise that it returns.
   */
  readonly onAttempt?: ((event: AttemptEvent) => void) | undefined;
};

/** What a single call can have of its own. */
export type CallOptions = {
  /** Ends the call at once, in any phase. */
  readonly signal?: AbortSignal | undefined;
  /** As the client's option, for this call. */
  readonly timeoutMs?: number | undefined;
  /** As the client's option, for this call. */
  readonly maxRetries?: number | undefined;
};

const refuse = (option: string): never => {
  throw new RazeError({ reason: "option_invalid", params: { option } });
};

/** True for what can be a key: a legal header value without white space. */
export const isKey = (key: unknown): key is string => typeof key === "string" && /^[\x21-\x7e\xa1-\xff]+$/.test(key);

function readNumber(option: string, value: number, least: number, most: number): number {
  return Number.isInteger(value) && value >= least && value <= most ? value : refuse(option);
}

const readTimeout = (value: number): number => readNumber("timeoutMs", value, 1, longestDelayMs);

const readRetries = (value: number): number => readNumber("maxRetries", value, 0, 10);

function readFunction<T>(option: string, value: T): T {
  return value === undefined || typeof value === "function" ? value : refuse(option);
}

/** A client's options, checked. */
export type Settings = ReturnType<typeof readSettings>;

/** @throws RazeError `invalid_request` for an option of a wrong type or out of range */
export function readSettings(options: ContactsClientOptions) {
  const {
    apiKey,
    baseUrl = "https://app.getraze.com/external/v1",
    timeoutMs = 30_000,
    maxRetries = 2,
    maxRetryDelayMs = 15_000,
  } = options;
  if (typeof apiKey !== "function" && !isKey(apiKey)) throw new RazeError({ reason: "api_key_invalid" });
  return {
    apiKey,
    baseUrl: readBaseUrl(baseUrl),
    fetch: readFunction("fetch", options.fetch),
    timeoutMs: readTimeout(timeoutMs),
    maxRetries: readRetries(maxRetries),
    maxRetryDelayMs: readNumber("maxRetryDelayMs", maxRetryDelayMs, 0, longestDelayMs),
    onAttempt: readFunction("onAttempt", options.onAttempt),
  };
}

/** @throws RazeError `invalid_request` for an option of a wrong type or out of range */
export function readCallOptions(options: CallOptions, settings: Settings) {
  const { signal, timeoutMs = settings.timeoutMs, maxRetries = settings.maxRetries } = options;
  // Any realm's signal will do, so it is known by what it can, not by its class.
  if (signal !== undefined && typeof signal?.addEventListener !== "function") refuse("signal");
  return { signal, timeoutMs: readTimeout(timeoutMs), maxRetries: readRetries(maxRetries) };
}
