import { nobody, type Other, type RaceGroup } from "../race.ts";
import { inThreeMoments, type Mine, saved, unchanged } from "./in-three-moments.ts";

const edit = (title: string, tags: string[]): Mine => ({ title, edited: { tags }, update: { tags } });
const adds = edit("adds tag mine", ["a", "b", "mine"]);
const removes = edit("removes tag b", ["a"]);
const both = edit("adds tag mine, removes b", ["a", "mine"]);

const other = (title: string, { plus = [], minus = [] }: { plus?: string[]; minus?: string[] }): Other => ({
  title,
  change: (contact) => {
    const kept = (contact.tags ?? []).filter((tag) => typeof tag !== "string" || !minus.includes(tag));
    return { ...contact, tags: [...kept, ...plus.filter((tag) => !kept.includes(tag))] };
  },
});
const addsTheirs = other("adds tag theirs", { plus: ["theirs"] });
const addsMine = other("adds tag mine too", { plus: ["mine"] });
const removesB = other("removes tag b", { minus: ["b"] });
const removesA = other("removes tag a", { minus: ["a"] });
const removesAll = other("removes tags a and b", { minus: ["a", "b"] });
const swaps = other("adds tag theirs, removes a", { plus: ["theirs"], minus: ["a"] });

const sends = (...tags: string[]) => saved({ sent: { tags }, holds: { tags } });
const keeps = (holds: string[], ...unnoticed: string[]) =>
  saved({ holds: { tags: holds }, unnoticed: unnoticed.map((name) => `theirs: tags ${name}`) });

export const tags: RaceGroup = {
  title: "Tags",
  races: [
    { mine: adds.title, edited: adds.edited, other: nobody, moment: "never", ends: sends("a", "b", "mine")(adds) },
    { mine: removes.title, edited: removes.edited, other: nobody, moment: "never", ends: sends("a")(removes) },
    ...inThreeMoments(adds, addsTheirs, {
      before: sends("a", "b", "theirs", "mine"),
      between: keeps(["a", "b", "mine"], "+ theirs"),
      after: keeps(["a", "b", "mine", "theirs"]),
    }),
    ...inThreeMoments(adds, addsMine, {
      before: unchanged({ tags: ["a", "b", "mine"] }),
      between: keeps(["a", "b", "mine"]),
      after: keeps(["a", "b", "mine"]),
    }),
    ...inThreeMoments(adds, removesB, {
      before: sends("a", "mine"),
      between: keeps(["a", "b", "mine"], "- b"),
      after: keeps(["a", "mine"]),
    }),
    ...inThreeMoments(adds, removesAll, {
      before: sends("mine"),
      between: keeps(["a", "b", "mine"], "- a", "- b"),
      after: keeps(["mine"]),
    }),
    ...inThreeMoments(adds, swaps, {
      before: sends("b", "theirs", "mine"),
      between: keeps(["a", "b", "mine"], "+ theirs", "- a"),
      after: keeps(["b", "mine", "theirs"]),
    }),
    ...inThreeMoments(removes, addsTheirs, {
      before: sends("a", "theirs"),
      between: keeps(["a"], "+ theirs"),
      after: keeps(["a", "theirs"]),
    }),
    ...inThreeMoments(removes, removesB, {
      before: unchanged({ tags: ["a"] }),
      between: keeps(["a"]),
      after: keeps(["a"]),
    }),
    ...inThreeMoments(removes, removesA, {
      before: sends(),
      between: keeps(["a"], "- a"),
      after: keeps([]),
    }),
    ...inThreeMoments(both, swaps, {
      before: sends("theirs", "mine"),
      between: keeps(["a", "mine"], "+ theirs", "- a"),
      after: keeps(["mine", "theirs"]),
    }),
  ],
};
