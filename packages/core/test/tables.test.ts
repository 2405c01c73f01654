import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { expectedIn } from "./fault-matrix/expectation.ts";
import { faultGroups } from "./fault-matrix/fault-groups.ts";
import { raceGroups } from "./races/race-groups.ts";
import { faultsPage } from "./tables/faults-page.ts";
import { pages } from "./tables/pages.ts";
import { racesPage } from "./tables/races-page.ts";

// What is expected is what is seen: other tests hold that, case by case. `pnpm run tables` makes the pages anew.
test("docs/faults.md says what the fault matrix holds", async () => {
  expect(await readFile(pages.faults, "utf8")).toBe(faultsPage(faultGroups, expectedIn));
});

test("docs/races.md says what the race table holds", async () => {
  expect(await readFile(pages.races, "utf8")).toBe(racesPage(raceGroups, (race) => race.ends));
});
