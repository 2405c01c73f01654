import type { JsonObject } from "@raze-contacts/schema";
import { nobody, type Other, type Race, type RaceGroup } from "../race.ts";
import { conflict, inThreeMoments, type Mine, saved, unchanged } from "./in-three-moments.ts";

const edit = (title: string, custom_fields: JsonObject): Mine => ({
  title,
  edited: { custom_fields },
  update: { custom_fields },
});
const changes = edit("custom field k to 2", { k: 2, l: 1 });
const removes = edit("removes custom field k", { l: 1 });
const adds = edit("adds custom field m: 1", { k: 1, l: 1, m: 1 });

const sets = (title: string, fields: JsonObject): Other => ({
  title,
  change: (contact) => ({ ...contact, custom_fields: { ...contact.custom_fields, ...fields } }),
});
const drops = (title: string, name: string): Other => ({
  title,
  change: (contact) => {
    const rest = Object.entries(contact.custom_fields ?? {}).filter(([key]) => key !== name);
    return { ...contact, custom_fields: Object.fromEntries(rest) };
  },
});
const setsOther = sets("custom field l to 2", { l: 2 });
const addsOther = sets("adds custom field n", { n: 1 });
const dropsOther = drops("removes custom field l", "l");

const sends = (custom_fields: JsonObject) => saved({ sent: { custom_fields }, holds: { custom_fields } });
const keeps = (custom_fields: JsonObject, ...unnoticed: string[]) =>
  saved({ holds: { custom_fields }, unnoticed: unnoticed.map((key) => `theirs: custom_fields.${key}`) });
const asks = (custom_fields: JsonObject, key: string) => conflict({ custom_fields }, `custom_fields.${key}`);

const alone = ({ title, edited, update }: Mine): Race => ({
  mine: title,
  edited,
  other: nobody,
  moment: "never",
  ends: { results: ["saved"], sent: [update], holds: update, told: [], unnoticed: [] },
});

export const customFields: RaceGroup = {
  title: "Custom fields",
  races: [
    alone(changes),
    alone(removes),
    alone(adds),
    ...inThreeMoments(changes, setsOther, {
      before: sends({ k: 2, l: 2 }),
      between: keeps({ k: 2, l: 1 }, "l"),
      after: keeps({ k: 2, l: 2 }),
    }),
    ...inThreeMoments(changes, addsOther, {
      before: sends({ k: 2, l: 1, n: 1 }),
      between: keeps({ k: 2, l: 1 }, "n"),
      after: keeps({ k: 2, l: 1, n: 1 }),
    }),
    ...inThreeMoments(changes, dropsOther, {
      before: sends({ k: 2 }),
      between: keeps({ k: 2, l: 1 }, "l"),
      after: keeps({ k: 2 }),
    }),
    ...inThreeMoments(changes, sets("custom field k to 2 too", { k: 2 }), {
      before: unchanged({ custom_fields: { k: 2, l: 1 } }),
      between: keeps({ k: 2, l: 1 }),
      after: keeps({ k: 2, l: 1 }),
    }),
    ...inThreeMoments(changes, sets("custom field k to 3", { k: 3 }), {
      before: asks({ k: 3, l: 1 }, "k"),
      between: keeps({ k: 2, l: 1 }, "k"),
      after: keeps({ k: 3, l: 1 }),
    }),
    ...inThreeMoments(changes, drops("removes custom field k", "k"), {
      before: asks({ l: 1 }, "k"),
      between: keeps({ k: 2, l: 1 }, "k"),
      after: keeps({ l: 1 }),
    }),
    ...inThreeMoments(removes, sets("custom field k to 3", { k: 3 }), {
      before: asks({ k: 3, l: 1 }, "k"),
      between: keeps({ l: 1 }, "k"),
      after: keeps({ k: 3, l: 1 }),
    }),
    ...inThreeMoments(removes, drops("removes custom field k too", "k"), {
      before: unchanged({ custom_fields: { l: 1 } }),
      between: keeps({ l: 1 }),
      after: keeps({ l: 1 }),
    }),
    ...inThreeMoments(removes, setsOther, {
      before: sends({ l: 2 }),
      between: keeps({ l: 1 }, "l"),
      after: keeps({ l: 2 }),
    }),
    ...inThreeMoments(adds, sets("adds custom field m: 2", { m: 2 }), {
      before: asks({ k: 1, l: 1, m: 2 }, "m"),
      between: keeps({ k: 1, l: 1, m: 1 }, "m"),
      after: keeps({ k: 1, l: 1, m: 2 }),
    }),
  ],
};

const merging = { server: "merges custom fields", observed: { customFields: "merged" } } as const;

export const mergingServer: RaceGroup = {
  title: "A server that merges custom fields",
  races: [
    { ...alone(changes), ...merging },
    {
      ...alone(removes),
      ...merging,
      ends: { results: ["saved"], sent: [removes.update], holds: {}, told: ["mine: custom_fields.k"], unnoticed: [] },
    },
    ...inThreeMoments(
      changes,
      setsOther,
      { before: sends({ k: 2, l: 2 }), between: keeps({ k: 2, l: 1 }, "l"), after: keeps({ k: 2, l: 2 }) },
      merging,
    ),
    ...inThreeMoments(
      changes,
      addsOther,
      { before: sends({ k: 2, l: 1, n: 1 }), between: keeps({ k: 2, l: 1, n: 1 }), after: keeps({ k: 2, l: 1, n: 1 }) },
      merging,
    ),
    ...inThreeMoments(
      changes,
      dropsOther,
      {
        before: saved({ sent: { custom_fields: { k: 2 } }, holds: { custom_fields: { k: 2 } } }),
        between: keeps({ k: 2, l: 1 }, "l"),
        after: keeps({ k: 2 }),
      },
      merging,
    ),
  ],
};
