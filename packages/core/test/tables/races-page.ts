import { moments, type Race, type RaceEnd, type RaceGroup } from "../races/race.ts";
import { bullets, code, page, table } from "./markdown.ts";

/** Gives how one race ends. */
export type EndSource = (race: Race) => RaceEnd;

/** JSON with its keys in order: what the server holds comes in an order of its own. */
const sorted = (value: object): string => {
  const names = Object.entries(value).flatMap(([name, inner]) => [name, ...Object.keys(inner ?? {})]);
  return JSON.stringify(value, names.sort());
};

const held = (holds: RaceEnd["holds"]): string => {
  if (holds === "gone") return "no such contact";
  return Object.keys(holds).length === 0 ? "what it had" : code(sorted(holds));
};

const list = (texts: readonly string[], otherwise: string): string => texts.join(", ") || otherwise;

function row({ mine, other, moment, server = "" }: Race, end: RaceEnd): string[] {
  return [
    mine,
    [other.title, moments[moment]].filter(Boolean).join(", "),
    server,
    end.results.map(code).join(", then "),
    list(
      end.sent.map((update) => code(JSON.stringify(update))),
      "nothing",
    ),
    held(end.holds),
    [...end.unnoticed.map((name) => `**${name}, unnoticed**`), ...end.told.map((name) => `${name}, told`)].join(", ") ||
      "–",
  ];
}

const head = ["mine", "the other side", "server, options", "result", "sent", "the server then has", "does not stand"];

/** The page of the race table. */
export function racesPage(groups: readonly RaceGroup[], endOf: EndSource): string {
  const races = groups.flatMap((group) => group.races);
  const unnoticed = races.filter((race) => endOf(race).unnoticed.length > 0);
  return page([
    "# What a save does while somebody else is at work",
    `${races.length} races of \`saveContact\`, each run against the sandbox by \`pnpm --filter @raze-contacts/core run tables\`, which writes this page. The contact starts with position CEO, phone 1, tags a and b, custom fields \`{"k":1,"l":1}\`; it was read, then edited.`,
    "How to read a row:",
    bullets([
      "**result** is what `saveContact` gives, or the kind of its error; **sent** is the whole body of each PUT that the server received.",
      "**the server then has** names what is otherwise than at the start.",
      "**does not stand** lists the edits of either side that the server does not have in the end. `told`: the caller hears of it, by the result, by `unapplied`, by an error, or because a person was asked.",
    ]),
    `In ${unnoticed.length} of them an edit of the other side is lost and nobody hears of it. It was made after the read, or between two attempts of one PUT, in the very field that is sent, or the caller did without the read. The API has no conditional update (no ETag, no version in the request), so no client can see such a change: a save reads last thing before it sends, to keep that moment short. Tags and custom fields are one field each, and are sent whole. No edit of mine is ever lost unnoticed.`,
    ...groups.flatMap((group) => [
      `## ${group.title}`,
      table(
        head,
        group.races.map((race) => row(race, endOf(race))),
      ),
    ]),
  ]);
}
