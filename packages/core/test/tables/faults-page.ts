import { type Column, columns } from "../fault-matrix/columns.ts";
import type { Cell } from "../fault-matrix/expectation.ts";
import type { FaultGroup, FaultRow } from "../fault-matrix/fault-row.ts";
import { bullets, code, page, table } from "./markdown.ts";

/** Gives what one cell shows. */
export type CellSource = (row: FaultRow, column: Column) => Cell;

const times = (count: number): string => (count === 1 ? "" : ` ×${count}`);

function cellText({ kind, reason, outcome, attempts, applied, tellsWhen, step }: Cell, { struck }: Column): string {
  const ending = kind === "success" ? kind : `${kind}: ${code(reason ?? "")}`;
  const notes = [
    `${ending}${times(attempts)}`,
    tellsWhen && "says when",
    step && "nothing sent",
    struck === "update" && outcome,
    struck === "update" && (applied ? "**applied**" : "not there"),
  ];
  return notes.filter(Boolean).join(", ");
}

const groupTable = ({ rows }: FaultGroup, cellOf: CellSource): string =>
  table(
    ["fault", ...columns.map(({ title }) => title)],
    rows.map((row) => [row.title, ...columns.map((column) => cellText(cellOf(row, column), column))]),
  );

/** The page of the fault matrix. */
export function faultsPage(groups: readonly FaultGroup[], cellOf: CellSource): string {
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return page([
    "# What happens when a call meets a fault",
    `${count} faults by ${columns.length} uses of the client: ${count * columns.length} cells. Each is a call of its own to a server on loopback, made anew by \`pnpm --filter @raze-contacts/core run tables\`, which writes this page.`,
    "How to read a cell:",
    bullets([
      "`kind: reason` of the error, or success. **×3** counts the attempts, and ×0 says that the server was never called; without a number it was one.",
      "In the columns that change something follows what the error says of the change, `not_applied` or `unknown`, and then the truth as the server knows it: **applied**, or not there.",
      'A read changes nothing, so its errors are always `not_applied`. A save that cannot read says so (`step: "read_before_save"`) and sends nothing; one that reads at last sends once.',
      "`says when`: the error has a `retryAt`.",
    ]),
    "What held in every cell: nothing hung; the signal had no listener left, the clock no timer; the server could be closed; the key and the contact's values stood in no message, stack, JSON, inspection, cause or event; no request went to another origin; and no error said `not_applied` of a change that was made. But for one: where a server refuses what it has done, no client can see it. Those rows say so.",
    "`once` means that the fault strikes the first attempt only. There are 2 retries at most, and no wait of more than 15 seconds.",
    ...groups.flatMap((group) => [`## ${group.title}`, groupTable(group, cellOf)]),
  ]);
}
