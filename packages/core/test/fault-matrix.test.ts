import { describe, expect, test } from "vitest";
import { columns } from "./fault-matrix/columns.ts";
import { expectedIn } from "./fault-matrix/expectation.ts";
import { faultGroups } from "./fault-matrix/fault-groups.ts";
import { runCell } from "./fault-matrix/run-cell.ts";

describe.each(faultGroups)("$title", ({ rows }) => {
  describe.each(rows)("$title", (row) => {
    test.concurrent.each(columns)("$title", async (column) => {
      expect(await runCell(row, column)).toEqual(expectedIn(row, column));
    });
  });
});

test("no row expects an error that denies what was done, but those in which the server lies", () => {
  const rows = faultGroups.flatMap((group) => group.rows);
  const denied = rows.filter(({ ends }) => ends.applied && ends.outcome === "not_applied");
  expect(denied).toEqual(rows.filter(({ isLie }) => isLie));
});
