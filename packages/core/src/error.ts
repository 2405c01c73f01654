import type { FieldError, MessageParams } from "@raze-contacts/schema";
import { errorNotes, errorReasons, type RazeErrorKind, type RazeErrorReason } from "./error-reasons.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What is known of a change after a call failed: it did not happen, or nobody knows. Reads are `not_applied`. */
export type Outcome = "not_applied" | "unknown";

/** All that an error knows. It is built from this list alone, so there is nothing to redact. */
export type RazeErrorFacts = {
  readonly reason: RazeErrorReason;
  readonly params?: MessageParams;
  readonly step?: "read_before_save" | undefined;
  readonly outcome?: Outcome;
  readonly attempts?: number;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly fieldErrors?: readonly FieldError[];
  readonly retryAt?: Date | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly requiredPermission?: string | undefined;
  readonly cause?: (Error & { code?: string }) | undefined;
};

/**
 * The one error of this package.
 *
 * `kind` says what to do, `reason` and `params` say what happened in a form that can be translated (`message` is the
 * English of it), and `outcome` says what became of the change. Of the caller's data and of the key nothing is
 * reachable from it, but for what the server repeats: its text stands in `fieldErrors` alone, as `message` and `path`,
 * where `source` is `"server"`, in its own words, at most 500 characters each; elsewhere only single words of it, like
 * `code`. Without `fieldErrors` it can be logged as it is.
 *
 * @example
 * try {
 *   await contacts.update(id, { email });
 * } catch (error) {
 *   if (!(error instanceof RazeError)) throw error;
 *   if (error.kind === "rate_limited") retryLater(error.retryAt);
 *   else if (error.outcome === "unknown") await contacts.get(id);
 * }
 */
export class RazeError extends Error {
  override readonly name = "RazeError";
  /** Why the connection failed: the name and the code of what `fetch` threw, and nothing else of it. */
  declare readonly cause?: Error & { code?: string };
  /** What a caller can do about it. */
  readonly kind: RazeErrorKind;
  /** What exactly went wrong: a key of `errorReasons`. */
  readonly reason: RazeErrorReason;
  /** What fills the `{…}` places of the reason's sentence. */
  readonly params: MessageParams;
  /** `read_before_save`: `saveContact` could not read the current values first, and sent nothing. */
  readonly step: "read_before_save" | undefined;
  /** The worst over all attempts of the call: `unknown` once any attempt may have been applied. */
  readonly outcome: Outcome;
  /** How many times the server was called; 0 when nothing was sent. */
  readonly attempts: number;
  /** The HTTP status of the last answer; undefined without one, or for a redirect in a browser, which hides it. */
  readonly status: number | undefined;
  /** The server's own error code, like `VALIDATION_ERROR`, if it is a single word. Servers send undocumented ones. */
  readonly code: string | undefined;
  /** One entry a fault, with its place in the update: what this client refused, and the server's `details.fields`. */
  readonly fieldErrors: readonly FieldError[];
  /** When the server asks to try again, or when this client would have, had its limits allowed the wait. */
  readonly retryAt: Date | undefined;
  /** The quota as the last answer told it. */
  readonly rateLimit: RateLimit | undefined;
  /** The permission that the server says is missing, like `contacts:write`. */
  readonly requiredPermission: string | undefined;

  constructor(facts: RazeErrorFacts) {
    const { reason, params = {}, step, outcome = "not_applied", cause } = facts;
    const { kind, sentence } = errorReasons[reason];
    const notes = [
      step && errorNotes[step],
      sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place)),
      outcome === "unknown" && errorNotes.outcome_unknown,
    ];
    super(notes.filter(Boolean).join(" "), cause && { cause });
    this.kind = kind;
    this.reason = reason;
    this.params = params;
    this.step = step;
    this.outcome = outcome;
    this.attempts = facts.attempts ?? 0;
    this.status = facts.status;
    this.code = facts.code;
    this.fieldErrors = facts.fieldErrors ?? [];
    this.retryAt = facts.retryAt;
    this.rateLimit = facts.rateLimit;
    this.requiredPermission = facts.requiredPermission;
  }
}
