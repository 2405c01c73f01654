import { attemptOnce } from "./attempt.ts";
import { Deadline } from "./deadline.ts";
import { type Outcome, RazeError } from "./error.ts";
import type { Failure } from "./failure.ts";
import type { Answer, Operation } from "./interpret.ts";
import { type CallOptions, readCallOptions, readKey, type Settings } from "./options.ts";
import { retryWaitMs } from "./retry-wait.ts";
import type { Runtime } from "./runtime.ts";

/** The way to the server. Settings and key are out of reach from outside; the key leaves with a request's headers. */
export class Connection {
  readonly #settings: Settings;
  readonly #runtime: Runtime;

  constructor(settings: Settings, runtime: Runtime) {
    this.#settings = settings;
    this.#runtime = runtime;
  }

  /** The base URL, without a slash at its end. */
  get baseUrl(): string {
    return this.#settings.baseUrl;
  }

  /** Does an operation, in as many attempts as its failures and the options allow, within one deadline. */
  async call<Result extends object>(
    operation: Operation<Result>,
    options: CallOptions,
  ): Promise<Answer<Result> & { readonly attempts: number }> {
    const { signal, timeoutMs, maxRetries } = readCallOptions(options, this.#settings);
    const { maxRetryDelayMs, onAttempt } = this.#settings;
    const { now } = this.#runtime;
    const deadline = new Deadline(this.#runtime, timeoutMs, signal);
    let attempts = 0;
    let outcome: Outcome = "not_applied";
    const errorFrom = (failure: Failure, waitMs = failure.hintMs): RazeError => {
      const retryAt = waitMs === undefined ? undefined : new Date(now() + waitMs);
      return new RazeError({ ...failure, outcome, attempts, retryAt });
    };
    try {
      const key = deadline.cut ? undefined : await this.#askForKey(deadline);
      if (deadline.cut) throw errorFrom(deadline.cut);
      if (key === undefined) throw errorFrom({ reason: "api_key_unavailable", canRetry: false });
      for (;;) {
        attempts += 1;
        const send = this.#settings.fetch ?? fetch;
        const attempt = await attemptOnce(operation, { fetch: send, key, deadline, number: attempts, now, onAttempt });
        if (attempt.kind === "answered") return { ...attempt.answer, attempts };
        const { failure } = attempt;
        if (attempt.outcome === "unknown") outcome = "unknown";
        if (!failure.canRetry || attempts > maxRetries) throw errorFrom(failure);
        const waitMs = retryWaitMs(failure, attempts, maxRetryDelayMs, this.#runtime);
        if (waitMs > maxRetryDelayMs || waitMs > deadline.left) throw errorFrom(failure, waitMs);
        await deadline.wait(waitMs);
        if (deadline.cut) throw errorFrom(deadline.cut);
      }
    } finally {
      deadline.release();
    }
  }

  /** The key for one call, or undefined if there is none to use; the deadline says if it was that which ended it. */
  async #askForKey(deadline: Deadline): Promise<string | undefined> {
    const { apiKey } = this.#settings;
    if (typeof apiKey === "string") return apiKey;
    try {
      return readKey(await deadline.race(apiKey()));
    } catch {
      return undefined;
    }
  }
}
