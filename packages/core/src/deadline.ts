import type { Failure } from "./failure.ts";
import type { Runtime } from "./runtime.ts";

/**
 * The one time limit and the one signal of a call, over all of its phases: key, connecting, headers, body, waits.
 *
 * What runs in {@link race} is left at once when the call is cut short, even if it never ends by itself, as a caller's
 * `fetch` or key function may.
 */
export class Deadline {
  /** Why the call was cut short, once it was. */
  cut: Failure | undefined;
  readonly #runtime: Runtime;
  readonly #timeoutMs: number;
  readonly #endsAt: number;
  readonly #controller = new AbortController();
  readonly #interruption: Promise<never>;
  readonly #cancelTimer: () => void;
  readonly #caller: AbortSignal | undefined;
  #interrupt: (reason: Error) => void = () => {};

  constructor(runtime: Runtime, timeoutMs: number, caller: AbortSignal | undefined) {
    this.#runtime = runtime;
    this.#timeoutMs = timeoutMs;
    this.#endsAt = runtime.now() + timeoutMs;
    this.#interruption = new Promise((_, reject) => {
      this.#interrupt = reject;
    });
    // Whoever races hears of it; while nobody does, it must not count as unhandled.
    this.#interruption.catch(() => {});
    this.#cancelTimer = runtime.schedule(() => this.#cut("timed_out"), timeoutMs);
    this.#caller = caller;
    if (caller?.aborted) this.#cut("aborted");
    else caller?.addEventListener("abort", this.#onAbort);
  }

  /** Ends what runs outside of this package when the call is cut short. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The milliseconds that are left. */
  get left(): number {
    return this.#endsAt - this.#runtime.now();
  }

  /** Settles as `work` does, or rejects as soon as the call is cut short; `cut` then says why. */
  race<T>(work: T | PromiseLike<T>): Promise<T> {
    return Promise.race([work, this.#interruption]);
  }

  /** Waits, or until the call is cut short. */
  async wait(milliseconds: number): Promise<void> {
    let cancel = () => {};
    const over = new Promise<void>((resolve) => {
      cancel = this.#runtime.schedule(resolve, milliseconds);
    });
    await this.race(over).catch(() => {});
    cancel();
  }

  /** Takes timer and listener away. Every call ends with this. */
  release(): void {
    this.#cancelTimer();
    this.#caller?.removeEventListener("abort", this.#onAbort);
  }

  readonly #onAbort = (): void => this.#cut("aborted");

  #cut(reason: "timed_out" | "aborted"): void {
    if (this.cut !== undefined) return;
    this.cut = { reason, params: { milliseconds: this.#timeoutMs }, canRetry: false };
    this.#interrupt(new Error(reason));
    this.#controller.abort();
  }
}
