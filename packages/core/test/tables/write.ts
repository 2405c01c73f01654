// Runs every case of the fault matrix and of the race table, and writes what was seen into docs/.
import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { type Column, columns } from "../fault-matrix/columns.ts";
import { type Cell, expectedIn } from "../fault-matrix/expectation.ts";
import { faultGroups } from "../fault-matrix/fault-groups.ts";
import type { FaultRow } from "../fault-matrix/fault-row.ts";
import { runCell } from "../fault-matrix/run-cell.ts";
import type { Race, RaceEnd } from "../races/race.ts";
import { raceGroups } from "../races/race-groups.ts";
import { runRace } from "../races/run-race.ts";
import { faultsPage } from "./faults-page.ts";
import { pages } from "./pages.ts";
import { racesPage } from "./races-page.ts";

let differences = 0;

function compare<T>(title: string, seen: T, expected: T): T {
  if (!isDeepStrictEqual(seen, expected)) {
    differences += 1;
    console.error(title, "\n  seen    ", seen, "\n  expected", expected);
  }
  return seen;
}

const cells = new Map<FaultRow, Map<Column, Cell>>();
for (const row of faultGroups.flatMap(({ rows }) => rows)) {
  const seen = new Map<Column, Cell>();
  for (const column of columns) {
    seen.set(column, compare(`${row.title}, ${column.title}`, await runCell(row, column), expectedIn(row, column)));
  }
  cells.set(row, seen);
}

const ends = new Map<Race, RaceEnd>();
for (const race of raceGroups.flatMap(({ races }) => races)) {
  ends.set(race, compare(`${race.mine}; ${race.other.title}`, await runRace(race), race.ends));
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a case was not run");
  return value;
}

if (differences > 0) {
  console.error(`${differences} cases ended otherwise than expected; the pages stay as they are.`);
  process.exitCode = 1;
} else {
  await writeFile(
    pages.faults,
    faultsPage(faultGroups, (row, column) => found(cells.get(row)?.get(column))),
  );
  await writeFile(
    pages.races,
    racesPage(raceGroups, (race) => found(ends.get(race))),
  );
  console.log(`docs/faults.md: ${cells.size * columns.length} cells. docs/races.md: ${ends.size} races.`);
}
