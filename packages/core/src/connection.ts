import { type Deadline, startDeadline } from "./deadline.ts";
import { type Outcome, RazeError } from "./error.ts";
import { exchangeOnce, isRedirect } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import { interpret, type Operation, type Reading } from "./interpret.ts";
import { readName } from "./key-free.ts";
import { type CallOptions, isKey, readCallOptions, type Settings } from "./options.ts";
import { type RateLimit, readRateLimit } from "./rate-limit.ts";
import type { Runtime } from "./runtime.ts";

type Answer<Result extends object> = Reading<Result> & { readonly rateLimit: RateLimit | undefined };

const firstBackoffMs = 500;

/** What a failed attempt leaves open: once a request is on its way, only a refusal proves that nothing was done. */
function outcomeOf(method: string, response: Response | undefined, { reason }: Failure): Outcome {
  if (method === "GET" || reason === "unreachable") return "not_applied";
  if (response === undefined) return "unknown";
  const { status } = response;
  const isRefusal = isRedirect(response) || (status >= 400 && status < 500 && status !== 408);
  return isRefusal ? "not_applied" : "unknown";
}

/** The way to the server. Settings and key are out of reach from outside; the key leaves with a request's headers. */
export class Connection {
  readonly #settings: Settings;
  readonly #runtime: Runtime;

  constructor(settings: Settings, runtime: Runtime) {
    this.#settings = settings;
    this.#runtime = runtime;
  }

  /** Does an operation, in as many attempts as its failures and the options allow, within one deadline. */
  async call<Result extends object>(
    operation: Operation<Result>,
    options: CallOptions,
  ): Promise<Answer<Result> & { readonly attempts: number }> {
    const { signal, timeoutMs, maxRetries } = readCallOptions(options, this.#settings);
    const { maxRetryDelayMs } = this.#settings;
    const { now, random } = this.#runtime;
    const deadline = startDeadline(this.#runtime, timeoutMs, signal);
    let attempts = 0;
    let outcome: Outcome = "not_applied";
    const errorFrom = (failure: Failure, waitMs = failure.hintMs): RazeError => {
      const retryAt = waitMs === undefined ? undefined : new Date(now() + waitMs);
      return new RazeError({ ...failure, outcome, attempts, retryAt });
    };
    try {
      const key = deadline.cut ? undefined : await this.#askForKey(deadline);
      if (key === undefined || deadline.cut) throw errorFrom(deadline.cut ?? { reason: "api_key_unavailable" });
      for (;;) {
        attempts += 1;
        const answer = await this.#attempt(operation, key, deadline, attempts);
        if ("result" in answer) return { ...answer, attempts };
        if (answer.outcome === "unknown") outcome = "unknown";
        if (!answer.canRetry || attempts > maxRetries) throw errorFrom(answer);
        const waitMs = answer.hintMs ?? random() * Math.min(maxRetryDelayMs, firstBackoffMs * 2 ** (attempts - 1));
        if (waitMs > Math.min(maxRetryDelayMs, deadline.left)) throw errorFrom(answer, waitMs);
        await deadline.wait(waitMs);
        if (deadline.cut) throw errorFrom(deadline.cut);
      }
    } finally {
      deadline.release();
    }
  }

  /** The key for one call; undefined if there is none to use, or if the call was cut short meanwhile. */
  async #askForKey(deadline: Deadline): Promise<string | undefined> {
    const { apiKey } = this.#settings;
    if (typeof apiKey === "string") return apiKey;
    try {
      const key = await deadline.race(apiKey());
      return isKey(key) ? key : undefined;
    } catch {
      return undefined;
    }
  }

  /** Sends the request once, reads the answer and tells the listener. */
  async #attempt<Result extends object>(
    operation: Operation<Result>,
    key: string,
    deadline: Deadline,
    attempt: number,
  ): Promise<Answer<Result> | Failure> {
    const { now } = this.#runtime;
    const { method, path, fields } = operation;
    const startedAt = now();
    const exchange = await exchangeOnce(this.#settings.fetch ?? fetch, operation, key, deadline);
    const endedAt = now();
    const { response, bytes } = exchange;
    const rateLimit = response && readRateLimit(response.headers);
    const answer = deadline.cut ?? interpret(operation, exchange, rateLimit, key, endedAt);
    const failure = "reason" in answer ? answer : undefined;
    const status = response?.status || undefined; // a browser hides the status of a redirect behind 0
    const tell = async (): Promise<void> =>
      this.#settings.onAttempt?.({
        method,
        path,
        attempt,
        milliseconds: Math.max(0, endedAt - startedAt),
        fields,
        status,
        contentType: readName(response?.headers.get("content-type")?.split(";")[0], key),
        bytes,
        reason: failure?.reason,
        code: failure?.code,
      });
    // A listener that fails, now or later, is no reason to lose the answer to a change that was made.
    tell().catch(() => {});
    return "reason" in answer
      ? { ...answer, status, rateLimit, outcome: outcomeOf(method, response, answer) }
      : { ...answer, rateLimit };
  }
}
