import { nobody, type Other, type Race, type RaceGroup } from "../race.ts";

const mine = "position to CTO, adds tag mine";
const edited = { position: "CTO", tags: ["a", "b", "mine"] };
const addsTheirs: Other = {
  title: "adds tag theirs",
  change: (contact) => ({ ...contact, tags: [...(contact.tags ?? []), "theirs"] }),
};
const removesB: Other = { title: "removes tag b", change: (contact) => ({ ...contact, tags: ["a"] }) };

const objects = { server: "tags are objects", observed: { tagObjects: true } } as const;
const wiping = {
  server: "tags are objects; names wipe them and end in a 500",
  observed: { tagObjects: true, tagNamesWipeTags: true },
} as const;
const byWord = { replaceTagObjects: true };
const inWords = "; replaceTagObjects";

const common = { mine, edited, other: nobody, moment: "never" } as const;
const atRisk = {
  results: ["tags_at_risk"],
  sent: [],
  holds: {},
  told: ["mine: position", "mine: tags + mine"],
  unnoticed: [],
} as const;
const position = { position: "CTO" };
const withoutTags: Pick<Race, "mine" | "edited"> = { mine: "position to CTO", edited: position };
const isSaved = { results: ["saved"], sent: [edited], holds: edited, told: [], unnoticed: [] } as const;

export const tagObjects: RaceGroup = {
  title: "A server that holds tags as objects",
  races: [
    { ...common, ...objects, ends: atRisk },
    {
      ...common,
      ...objects,
      other: addsTheirs,
      moment: "before",
      ends: { ...atRisk, holds: { tags: ["a", "b", "theirs"] } },
    },
    { ...common, ...objects, ...withoutTags, ends: { ...isSaved, sent: [position], holds: position } },
    {
      ...common,
      ...objects,
      ...withoutTags,
      other: removesB,
      moment: "between",
      ends: { ...isSaved, sent: [position], holds: { ...position, tags: ["a"] } },
    },
    { ...common, ...objects, server: objects.server + inWords, options: byWord, ends: isSaved },
    {
      ...common,
      ...objects,
      server: objects.server + inWords,
      options: byWord,
      other: addsTheirs,
      moment: "before",
      ends: {
        ...isSaved,
        sent: [{ position: "CTO", tags: ["a", "b", "theirs", "mine"] }],
        holds: { position: "CTO", tags: ["a", "b", "theirs", "mine"] },
      },
    },
    { ...common, ...wiping, ends: atRisk },
    { ...common, ...wiping, ...withoutTags, ends: { ...isSaved, sent: [position], holds: position } },
    {
      ...common,
      ...wiping,
      server: wiping.server + inWords,
      options: byWord,
      ends: {
        results: ["server"],
        sent: [edited],
        holds: { position: "CTO", tags: [] },
        told: ["mine: tags + mine"],
        unnoticed: [],
      },
    },
    {
      ...common,
      server: "tags are names, wiped by names, with a 500",
      observed: { tagNamesWipeTags: true },
      ends: {
        results: ["server"],
        sent: [edited],
        holds: { position: "CTO", tags: [] },
        told: ["mine: tags + mine"],
        unnoticed: [],
      },
    },
    // To the second save, the wiped tags look like tags that somebody else has removed.
    {
      ...common,
      server: "tags are names, wiped by names, with a 500; saved again",
      observed: { tagNamesWipeTags: true },
      saves: 2,
      ends: {
        results: ["server", "server"],
        sent: [edited, { tags: ["mine"] }],
        holds: { position: "CTO", tags: [] },
        told: ["mine: tags + mine"],
        unnoticed: [],
      },
    },
  ],
};
