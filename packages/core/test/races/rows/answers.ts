import { nobody, type Other, type RaceEnd, type RaceGroup } from "../race.ts";

const edited = { position: "CTO" };
const setsPosition: Other = { title: "position to CFO", change: (contact) => ({ ...contact, position: "CFO" }) };
const common = { mine: "position to CTO", edited, other: setsPosition, moment: "before" } as const;
const answer = (theirs: string, take: "mine" | "theirs") => ({ resolutions: [{ path: ["position"], theirs, take }] });

const isSaved: RaceEnd = { results: ["saved"], sent: [edited], holds: edited, told: [], unnoticed: [] };
const theirsStays: RaceEnd = {
  results: ["unchanged"],
  sent: [],
  holds: { position: "CFO" },
  told: ["mine: position"],
  unnoticed: [],
};

export const answers: RaceGroup = {
  title: "A person has answered, or the base is unknown",
  races: [
    {
      ...common,
      server: "answered: mine",
      options: answer("CFO", "mine"),
      ends: { ...isSaved, told: ["theirs: position"] },
    },
    { ...common, server: "answered: theirs", options: answer("CFO", "theirs"), ends: theirsStays },
    {
      ...common,
      server: "answered: mine, while it was COO",
      options: answer("COO", "mine"),
      ends: { ...theirsStays, results: ["conflict"] },
    },
    {
      ...common,
      server: "base unknown",
      options: { base: undefined },
      ends: { ...theirsStays, results: ["conflict"] },
    },
    {
      ...common,
      other: nobody,
      moment: "never",
      server: "base unknown",
      options: { base: undefined },
      ends: { ...theirsStays, results: ["conflict"], holds: {} },
    },
    {
      ...common,
      other: nobody,
      moment: "never",
      server: "base unknown, answered: mine",
      options: { base: undefined, ...answer("CEO", "mine") },
      ends: isSaved,
    },
    {
      ...common,
      other: { title: "position to CTO too", change: (contact) => ({ ...contact, position: "CTO" }) },
      server: "base unknown",
      options: { base: undefined },
      ends: { ...theirsStays, holds: edited, told: [] },
    },
  ],
};
