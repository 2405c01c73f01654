import type { ContactUpdate, ContactValues } from "../../../src/index.ts";
import type { Other, Race, RaceEnd } from "../race.ts";

/** My edit, and the update that it makes of the contact as it was at the start. */
export type Mine = { readonly title: string; readonly edited: ContactValues; readonly update: ContactUpdate };

type End = Partial<Pick<RaceEnd, "told" | "unnoticed">> & { readonly holds: RaceEnd["holds"] };
type Server = Pick<Race, "server" | "observed">;

const end = (
  results: RaceEnd["results"],
  sent: RaceEnd["sent"],
  { holds, told = [], unnoticed = [] }: End,
): RaceEnd => ({
  results,
  sent,
  holds,
  told,
  unnoticed,
});

/** The save succeeds; what is sent is given where it is not my edit alone. */
export const saved = (ends: End & { readonly sent?: ContactUpdate }) => (mine: Mine) =>
  end(["saved"], [ends.sent ?? mine.update], ends);

/** Nothing is sent, because the server has it already. */
export const unchanged = (holds: RaceEnd["holds"]) => () => end(["unchanged"], [], { holds });

/** Nothing is sent, because somebody has to choose. */
export const conflict =
  (holds: RaceEnd["holds"], ...told: string[]) =>
  () =>
    end(["conflict"], [], { holds, told: told.map((name) => `mine: ${name}`) });

type Ends = (mine: Mine) => RaceEnd;

/** Three races: the same act of the other side before the read, between read and PUT, and after the PUT. */
export const inThreeMoments = (
  mine: Mine,
  other: Other,
  { before, between, after }: { readonly before: Ends; readonly between: Ends; readonly after: Ends },
  server: Server = {},
): Race[] => {
  const common = { mine: mine.title, edited: mine.edited, other, ...server };
  return [
    { ...common, moment: "before", ends: before(mine) },
    { ...common, moment: "between", ends: between(mine) },
    { ...common, moment: "after", ends: after(mine) },
  ];
};
