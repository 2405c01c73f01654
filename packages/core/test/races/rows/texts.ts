import { nobody, type Other, type RaceEnd, type RaceGroup } from "../race.ts";
import { conflict, inThreeMoments, type Mine, saved, unchanged } from "./in-three-moments.ts";

const mine: Mine = { title: "position to CTO", edited: { position: "CTO" }, update: { position: "CTO" } };
const whole = saved({ holds: { position: "CTO" } });

const sets = (title: string, change: object): Other => ({ title, change: (contact) => ({ ...contact, ...change }) });
const deletes: Other = { title: "deletes the contact", change: () => undefined };

const gone = (sent: RaceEnd["sent"]) => (): RaceEnd => ({
  results: ["not_found"],
  sent,
  holds: "gone",
  told: ["mine: position"],
  unnoticed: [],
});

const apart = saved({ holds: { position: "CTO", phone: "2" } });
const undocumented = saved({ holds: { position: "CTO", source: "event" } });

export const texts: RaceGroup = {
  title: "A field with text",
  races: [
    { mine: mine.title, edited: mine.edited, other: nobody, moment: "never", ends: whole(mine) },
    ...inThreeMoments(mine, sets("phone to 2", { phone: "2" }), { before: apart, between: apart, after: apart }),
    ...inThreeMoments(mine, sets("source, which no update has", { source: "event" }), {
      before: undocumented,
      between: undocumented,
      after: undocumented,
    }),
    ...inThreeMoments(mine, sets("position to CTO too", { position: "CTO" }), {
      before: unchanged({ position: "CTO" }),
      between: whole,
      after: whole,
    }),
    ...inThreeMoments(mine, sets("position to CFO", { position: "CFO" }), {
      before: conflict({ position: "CFO" }, "position"),
      between: saved({ holds: { position: "CTO" }, unnoticed: ["theirs: position"] }),
      after: saved({ holds: { position: "CFO" } }),
    }),
    ...inThreeMoments(mine, sets("clears position", { position: "" }), {
      before: conflict({ position: "" }, "position"),
      between: saved({ holds: { position: "CTO" }, unnoticed: ["theirs: position"] }),
      after: saved({ holds: { position: "" } }),
    }),
    ...inThreeMoments(mine, deletes, {
      before: gone([]),
      between: gone([mine.update]),
      after: saved({ holds: "gone" }),
    }),
  ],
};
