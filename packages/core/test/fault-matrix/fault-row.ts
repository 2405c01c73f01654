import type { Fault } from "@raze-contacts/sandbox/faults";
import type { Ending } from "./expectation.ts";
import type { Stage } from "./stage.ts";

/** One fault, and how a call ends that meets it. */
export type FaultRow = {
  readonly title: string;
  readonly strike: (stage: Stage) => void | Promise<void>;
  readonly ends: Ending;
  /** How a list ends, where it differs: it knows no id and has another shape. */
  readonly listEnds?: Ending;
  /** The server says that it refused what it did: no client can see through it. */
  readonly isLie?: boolean;
};

/** Rows that belong together. */
export type FaultGroup = { readonly title: string; readonly rows: readonly FaultRow[] };

type More = Pick<FaultRow, "listEnds" | "isLie">;

/** A row in which every attempt meets the fault. */
export const always = (title: string, fault: Fault, ends: Ending, more: More = {}): FaultRow => ({
  title,
  strike: (stage) => stage.always(fault),
  ends,
  ...more,
});

/** A row in which the first attempt meets the fault, and no other. */
export const once = (title: string, fault: Fault, ends: Ending): FaultRow => ({
  title: `${title}, once`,
  strike: (stage) => stage.once(fault),
  ends,
});

/** One fault done to the answer of another: a page that drips, a refusal that is cut off. */
export const done =
  (to: Fault, by: Fault): Fault =>
  (call, answer) =>
    by(call, async () => to(call, answer));
