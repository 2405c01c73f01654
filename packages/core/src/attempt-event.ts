import type { RazeErrorReason } from "./error-reasons.ts";

/** One exchange with the server, as `onAttempt` hears of it: fit for a log, for it holds no value, no id and no key. */
export type AttemptEvent = {
  readonly method: "GET" | "PUT";
  /** The path below the base URL, with the id's place instead of the id. */
  readonly path: "/contacts/:id" | "/contacts";
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  /** From the start of the attempt to the end of its answer. */
  readonly milliseconds: number;
  /** The names of the fields that were sent. */
  readonly fields: readonly string[];
  /** Undefined, as is the media type, if there was no answer, or a redirect that a browser hides. */
  readonly status: number | undefined;
  /** The answer's media type, without parameters. */
  readonly contentType: string | undefined;
  /** The size of the answer's body, as far as it was read. */
  readonly bytes: number;
  /** What went wrong; undefined if nothing did. */
  readonly reason: RazeErrorReason | undefined;
  /** The server's own error code, if it is a single word. */
  readonly code: string | undefined;
};
