import {
  answerWith,
  connectionReset,
  type Fault,
  htmlPage,
  serverError,
  truncatedJson,
} from "@raze-contacts/sandbox/faults";
import type { RazeErrorKind } from "../../../src/index.ts";
import { nobody, type Other, type Race, type RaceEnd, type RaceGroup } from "../race.ts";

const mine = "position to CTO";
const edited = { position: "CTO" };
const setsPosition: Other = { title: "position to CFO", change: (contact) => ({ ...contact, position: "CFO" }) };
const setsPhone: Other = { title: "phone to 2", change: (contact) => ({ ...contact, phone: "2" }) };

const common = { mine, edited, other: nobody, moment: "never" } as const;
const nothing = { told: [], unnoticed: [] };
const isSaved: RaceEnd = { results: ["saved"], sent: [edited], holds: edited, ...nothing };

const forbidden = answerWith(() =>
  Response.json({ success: false, error: { code: "INSUFFICIENT_PERMISSIONS", message: "" } }, { status: 403 }),
);

const withoutRead = (server: string, onGet: Fault, kind: RazeErrorKind): Race => ({
  ...common,
  server,
  onGet,
  ends: { results: [kind], sent: [], holds: {}, told: ["mine: position"], unnoticed: [] },
});

const blindly = { withoutReading: true };

export const readFails: RaceGroup = {
  title: "The read fails",
  races: [
    withoutRead("refuses reads with 403", forbidden, "permission"),
    withoutRead("fails reads with 500", serverError(), "server"),
    withoutRead("fails reads with 503", serverError("before", 503), "server"),
    withoutRead("resets each read", connectionReset(), "network"),
    withoutRead("cuts each read off", connectionReset("within"), "network"),
    withoutRead("reads come as a page", htmlPage(200), "unexpected_response"),
    { ...common, server: "refuses reads with 403; withoutReading", onGet: forbidden, options: blindly, ends: isSaved },
    {
      ...common,
      other: setsPhone,
      moment: "before",
      server: "withoutReading",
      options: blindly,
      ends: { ...isSaved, holds: { position: "CTO", phone: "2" } },
    },
    {
      ...common,
      other: setsPosition,
      moment: "before",
      server: "withoutReading",
      options: blindly,
      ends: { ...isSaved, unnoticed: ["theirs: position"] },
    },
  ],
};

const applied = (kind: RazeErrorKind): RaceEnd => ({ results: [kind], sent: [edited], holds: edited, ...nothing });
const twice: RaceEnd = { ...isSaved, sent: [edited, edited] };

export const updateFails: RaceGroup = {
  title: "The update fails",
  races: [
    {
      ...common,
      server: "500, not applied",
      onUpdate: serverError(),
      ends: { ...applied("server"), holds: {}, told: ["mine: position"] },
    },
    { ...common, server: "500, applied", onUpdate: serverError("after"), ends: applied("server") },
    {
      ...common,
      server: "500, not applied; saved again",
      onUpdate: serverError(),
      saves: 2,
      ends: { ...twice, results: ["server", "saved"] },
    },
    {
      ...common,
      server: "500, applied; saved again",
      onUpdate: serverError("after"),
      saves: 2,
      ends: { ...isSaved, results: ["server", "unchanged"] },
    },
    {
      ...common,
      server: "answer cut, applied; saved again",
      onUpdate: truncatedJson(),
      saves: 2,
      ends: { ...isSaved, results: ["unexpected_response", "unchanged"] },
    },
    { ...common, server: "resets once, not applied", onUpdate: connectionReset(), ends: twice },
    { ...common, server: "resets once, applied", onUpdate: connectionReset("after"), ends: twice },
    {
      ...common,
      other: setsPhone,
      moment: "betweenAttempts",
      server: "resets once, applied",
      onUpdate: connectionReset("after"),
      ends: { ...twice, holds: { position: "CTO", phone: "2" } },
    },
    {
      ...common,
      other: setsPosition,
      moment: "betweenAttempts",
      server: "resets once, applied",
      onUpdate: connectionReset("after"),
      ends: { ...twice, unnoticed: ["theirs: position"] },
    },
    {
      ...common,
      other: setsPosition,
      moment: "between",
      server: "500, applied",
      onUpdate: serverError("after"),
      ends: { ...applied("server"), unnoticed: ["theirs: position"] },
    },
    {
      ...common,
      other: setsPosition,
      moment: "after",
      server: "500, applied; saved again",
      onUpdate: serverError("after"),
      saves: 2,
      ends: { results: ["server", "conflict"], sent: [edited], holds: { position: "CFO" }, ...nothing },
    },
    {
      ...common,
      server: "takes position and ignores it",
      observed: { ignoresFields: ["position"] },
      ends: { ...isSaved, holds: {}, told: ["mine: position"] },
    },
  ],
};
