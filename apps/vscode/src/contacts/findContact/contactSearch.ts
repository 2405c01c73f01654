import { type ContactsClient, type RateLimit, RazeError } from "@raze-contacts/core";
import type { Contact } from "@raze-contacts/schema";
import { isShort } from "../../accounts/shortQuota.ts";

/** The time, and a way to wait that can be called off. */
export type Clock = {
  readonly now: () => number;
  readonly schedule: (callback: () => void, milliseconds: number) => () => void;
};

/** The system's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (callback, milliseconds) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What the server found, in its order. */
export type Found = {
  /** What was looked for; empty: all there is. */
  readonly term: string;
  readonly contacts: readonly Contact[];
  /** How many there are in all, as far as the server said. */
  readonly total: number | undefined;
};

/** Few calls are left, so they are kept for what a person asks for. */
export type Shortage = {
  /** How many calls are left, as far as the server said. */
  readonly remaining: number | undefined;
  readonly until: Date | undefined;
};

/** Where a search stands. */
export type SearchState =
  | { readonly kind: "idle" }
  /** For the next key or for the server; what was found before can still be looked at. */
  | { readonly kind: "waiting"; readonly before: Found | undefined }
  | { readonly kind: "asks_first"; readonly term: string; readonly shortage: Shortage }
  | { readonly kind: "found"; readonly found: Found }
  | { readonly kind: "failed"; readonly error: unknown };

const fewestLetters = 3;
const pauseMs = 300;
const mostHits = 50;

/**
 * Looks for contacts while a person types: one call at a time, for the latest text alone, and each text once.
 * It lives as long as the list that shows it is open.
 */
export class ContactSearch {
  readonly #client: Pick<ContactsClient, "list">;
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #listsAll: boolean;
  readonly #answers = new Map<string, Found>();
  #state: SearchState = { kind: "idle" };
  #term: string | undefined;
  #shortage: Shortage | undefined;
  /** Calls off the pause or the call that is running. */
  #stop = () => {};

  /**
   * @param given `changed` hears of the answers, for what a call of a method does stands in `state` at once;
   *   `listsAll`: too little text to look for lists what there is, else it lists nothing
   */
  constructor(given: {
    readonly client: Pick<ContactsClient, "list">;
    readonly clock: Clock;
    readonly changed: () => void;
    readonly listsAll: boolean;
  }) {
    this.#client = given.client;
    this.#clock = given.clock;
    this.#changed = given.changed;
    this.#listsAll = given.listsAll;
  }

  get state(): SearchState {
    return this.#state;
  }

  /** Follows what was typed. What ran for other text is called off at once. */
  follow(typed: string): void {
    const term = this.#termOf(typed);
    if (term === this.#term) return;
    this.#stop();
    this.#term = term;
    const ready = this.#withoutCall(term);
    if (ready !== undefined) this.#state = ready;
    else if (term !== undefined) {
      this.#wait();
      if (term === "") this.#call(term);
      else this.#stop = this.#clock.schedule(() => this.#call(term), pauseMs);
    }
  }

  /** Searches because a person said so, with however few calls left. */
  searchNow(): void {
    if (this.#term === undefined) return;
    this.#stop();
    this.#wait();
    this.#call(this.#term);
  }

  /** Calls everything off. */
  dispose(): void {
    this.#term = undefined;
    this.#stop();
  }

  #termOf(typed: string): string | undefined {
    const text = typed.trim();
    if (text.length >= fewestLetters) return text;
    return this.#listsAll ? "" : undefined;
  }

  /** Where the search stands at once, if no call is to be made for this text. */
  #withoutCall(term: string | undefined): SearchState | undefined {
    if (term === undefined) return { kind: "idle" };
    const found = this.#answers.get(term);
    if (found !== undefined) return { kind: "found", found };
    const shortage = this.#shortageNow();
    return shortage && { kind: "asks_first", term, shortage };
  }

  #call(term: string): void {
    const controller = new AbortController();
    this.#stop = () => controller.abort();
    const query =
      term === "" ? ({ limit: 100, sortBy: "name", sortOrder: "asc" } as const) : { search: term, limit: mostHits };
    // No retries: they would wait out of sight, and the next key or Enter tries again anyway.
    this.#client.list(query, { signal: controller.signal, maxRetries: 0 }).then(
      ({ contacts, pagination, rateLimit }) => {
        if (controller.signal.aborted) return;
        this.#learn(rateLimit);
        const found = { term, contacts, total: pagination.total ?? undefined };
        this.#answers.set(term, found);
        this.#answer({ kind: "found", found });
      },
      (error: unknown) => {
        if (controller.signal.aborted) return;
        if (error instanceof RazeError && error.kind === "rate_limited") {
          this.#shortage = { remaining: 0, until: error.retryAt ?? error.rateLimit?.resetAt };
        } else if (error instanceof RazeError) this.#learn(error.rateLimit);
        this.#answer({ kind: "failed", error });
      },
    );
  }

  #learn(rateLimit: RateLimit | undefined): void {
    const { limit, remaining, resetAt } = rateLimit ?? {};
    if (limit === undefined || remaining === undefined) return;
    this.#shortage = isShort({ remaining, limit }) ? { remaining, until: resetAt } : undefined;
  }

  #shortageNow(): Shortage | undefined {
    const { until } = this.#shortage ?? {};
    if (until !== undefined && until.getTime() <= this.#clock.now()) this.#shortage = undefined;
    return this.#shortage;
  }

  #wait(): void {
    const state = this.#state;
    const before = state.kind === "found" ? state.found : state.kind === "waiting" ? state.before : undefined;
    this.#state = { kind: "waiting", before };
  }

  #answer(state: SearchState): void {
    this.#state = state;
    this.#changed();
  }
}
