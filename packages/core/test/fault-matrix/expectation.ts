import type { Outcome, RazeErrorKind, RazeErrorReason } from "../../src/index.ts";
import type { Column } from "./columns.ts";
import type { FaultRow } from "./fault-row.ts";

/** How a call ends that meets a fault: what a row says. */
export type Ending = {
  readonly kind: RazeErrorKind | "success";
  readonly reason: RazeErrorReason | undefined;
  /** What the error of an update says of the change. */
  readonly outcome: Outcome | undefined;
  /** How often the server is called. */
  readonly attempts: number;
  /** How many of these calls reach it; all, unless told. */
  readonly arrivals?: number;
  /** Whether the server has applied an update when all is over. */
  readonly applied: boolean;
  /** Whether the error says when to try again. */
  readonly tellsWhen?: boolean;
};

/** What one cell of the matrix shows: what the caller hears, and what was seen from the server's side. */
export type Cell = {
  readonly kind: string;
  readonly reason: string | undefined;
  readonly outcome: Outcome | undefined;
  readonly step: "read_before_save" | undefined;
  /** The attempts that the listener heard of, and those that result or error tell. */
  readonly attempts: number;
  readonly told: number | undefined;
  readonly tellsWhen: boolean;
  readonly reads: number;
  readonly updates: number;
  readonly applied: boolean;
  /** Requests that went to another origin. */
  readonly strays: number;
  /** What a call must not leave behind. */
  readonly left: { readonly listeners: number; readonly timers: number; readonly canaries: readonly string[] };
};

/** Success, with the update applied. */
export const succeeds = (facts: Partial<Ending> = {}): Ending => ({
  kind: "success",
  reason: undefined,
  outcome: undefined,
  attempts: 1,
  applied: true,
  ...facts,
});

/** An error, after one attempt unless told. */
export const fails = (
  kind: RazeErrorKind,
  reason: RazeErrorReason,
  facts: Partial<Ending> & Pick<Ending, "outcome" | "applied">,
): Ending => ({ kind, reason, attempts: 1, ...facts });

/** A refusal: the server answers that it did not do it. */
export const refuses = (kind: RazeErrorKind, reason: RazeErrorReason, facts: Partial<Ending> = {}): Ending =>
  fails(kind, reason, { outcome: "not_applied", applied: false, ...facts });

/**
 * What a cell has to show, by the rules that hold for every fault: a read changes nothing, so its error is
 * `not_applied`; a save whose read fails sends nothing and says so; one whose read succeeds in the end sends once.
 */
function expectedCell(ending: Ending, { struck, isSave }: Column): Cell {
  const { kind, reason, attempts, arrivals = attempts, applied, tellsWhen = false } = ending;
  const isSuccess = kind === "success";
  const isUpdate = struck === "update";
  const isSavesRead = isSave && !isUpdate;
  const outcome = isUpdate ? ending.outcome : "not_applied";
  return {
    kind,
    reason,
    outcome: isSuccess ? undefined : outcome,
    step: isSavesRead && !isSuccess ? "read_before_save" : undefined,
    attempts,
    told: isSavesRead && isSuccess ? 1 : attempts,
    tellsWhen,
    reads: isUpdate ? Number(isSave) : arrivals,
    updates: isUpdate ? arrivals : Number(isSavesRead && isSuccess),
    applied: isUpdate ? applied : isSavesRead && isSuccess,
    strays: 0,
    left: { listeners: 0, timers: 0, canaries: [] },
  };
}

/** What the cell of a row and a column has to show. */
export const expectedIn = ({ ends, listEnds = ends }: FaultRow, column: Column): Cell =>
  expectedCell(column.struck === "list" ? listEnds : ends, column);
