import { describe, expect, test } from "vitest";
import { raceGroups } from "./races/race-groups.ts";
import { runRace } from "./races/run-race.ts";

describe.each(raceGroups)("$title", ({ races }) => {
  test.each(races)("mine: $mine; theirs: $other.title, $moment; $server", async (race) => {
    const end = await runRace(race);
    expect(end).toEqual(race.ends);
    expect(JSON.stringify(end.sent)).toBe(JSON.stringify(race.ends.sent));
  });
});

test("nothing that stood before the read is lost unnoticed, unless the caller did without the read", () => {
  const races = raceGroups.flatMap((group) => group.races);
  const lost = races.filter(({ moment, ends }) => moment === "before" && ends.unnoticed.length > 0);
  expect(lost.filter(({ options }) => !options?.withoutReading)).toEqual([]);
});

test("what is mine is never lost unnoticed", () => {
  const lost = raceGroups.flatMap(({ races }) => races.flatMap(({ ends }) => ends.unnoticed));
  expect(lost.filter((name) => name.startsWith("mine"))).toEqual([]);
});
