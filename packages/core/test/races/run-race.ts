import { isDeepStrictEqual } from "node:util";
import { sandboxKey } from "@raze-contacts/sandbox";
import { createFaultySandbox, type Fault } from "@raze-contacts/sandbox/faults";
import { createClient } from "../../src/client.ts";
import { type Contact, RazeError, type SaveResult, saveContact } from "../../src/index.ts";
import { manualRuntime } from "../support/manual-runtime.ts";
import { type Edit, editsBetween, lostOf, wasAsked } from "./edits.ts";
import { type Moment, type Race, type RaceEnd, start } from "./race.ts";

type Sandbox = ReturnType<typeof createFaultySandbox>;

/** Lets the other side act when it is time, and the update meet its fault. */
function arrange(
  { faults }: Sandbox,
  moment: Moment,
  act: () => void,
  onUpdate: Fault = (_, answer) => answer(),
): void {
  const actFirst =
    (fault: Fault): Fault =>
    (call, answer) => {
      act();
      return fault(call, answer);
    };
  const actLast: Fault = async (call, answer) => {
    const given = await onUpdate(call, answer);
    act();
    return given;
  };
  const line: Record<Moment, readonly Fault[]> = {
    never: [onUpdate],
    before: [onUpdate],
    between: [actFirst(onUpdate)],
    after: [actLast],
    betweenAttempts: [onUpdate, actFirst((_, answer) => answer())],
  };
  if (moment === "before") act();
  for (const fault of line[moment]) faults.next(fault, { on: "update" });
}

function holding(contact: Contact | undefined): RaceEnd["holds"] {
  if (contact === undefined) return "gone";
  const { updated_at: _, ...rest } = contact;
  const before = new Map<string, unknown>(Object.entries(start));
  return Object.fromEntries(
    Object.entries(rest).filter(([name, value]) => !isDeepStrictEqual(value, before.get(name))),
  );
}

/** Which of my edits the caller hears of, if they do not stand. */
function hearsOf(result: SaveResult | RazeError): (edit: Edit) => boolean {
  if (result instanceof RazeError || result.kind === "conflict" || result.kind === "tags_at_risk") return () => true;
  if (result.kind === "unchanged") return () => false;
  const fields: readonly string[] = result.unapplied.map(({ field }) => field);
  return ({ field }) => fields.includes(field);
}

const named = (side: string, edits: readonly Edit[]): string[] => edits.map(({ name }) => `${side}: ${name}`);

/** Runs one race, against a server in this process, and judges it by what the server holds. */
export async function runRace(race: Race): Promise<RaceEnd> {
  const { edited, other, moment, observed = {}, onGet, onUpdate, options = {}, saves = 1 } = race;
  const sandbox = createFaultySandbox({ contacts: [start], observed });
  const { contacts, faults, received } = sandbox;
  const client = createClient(
    { apiKey: sandboxKey, baseUrl: "http://localhost/external/v1", fetch: sandbox.fetch },
    manualRuntime().runtime,
  );
  const { contact: base } = await client.get(start.id);
  received.length = 0;

  let theirs: Edit[] = [];
  arrange(
    sandbox,
    moment,
    () => {
      const before = contacts.get(start.id);
      const after = before && other.change(before);
      if (after === undefined) contacts.delete(start.id);
      else contacts.set(start.id, after);
      theirs = before && after ? editsBetween(before, after) : [];
    },
    onUpdate,
  );
  if (onGet) faults.always(onGet, { on: "get" });

  const results: RaceEnd["results"][number][] = [];
  let last: SaveResult | RazeError | undefined;
  for (let count = 0; count < saves; count += 1) {
    last = await saveContact(client, start.id, { base, edited, ...options }).catch((error: unknown) => {
      if (error instanceof RazeError) return error;
      throw error;
    });
    results.push(last.kind);
  }
  const isActing = moment !== "never" && moment !== "before";
  if (last === undefined || (isActing && faults.waiting > 0)) throw new Error("the race was not run to its end");

  const final = contacts.get(start.id);
  // What was changed after the PUT was changed knowingly: it is no loss of mine.
  const overwritten = moment === "after" ? theirs.map(({ name }) => name) : [];
  const isGoneLater = final === undefined && moment === "after";
  const mineLost = lostOf(editsBetween(start, { ...start, ...edited }), final).filter(
    ({ name }) => !isGoneLater && !overwritten.includes(name),
  );
  const theirsLost = lostOf(theirs, final);
  const isAsked = wasAsked(options.resolutions);
  const hears = hearsOf(last);
  const isTold = (edit: Edit): boolean => isAsked(edit) || hears(edit);
  return {
    results,
    sent: received.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body)),
    holds: holding(final),
    told: [...named("mine", mineLost.filter(isTold)), ...named("theirs", theirsLost.filter(isAsked))],
    unnoticed: [
      ...named(
        "mine",
        mineLost.filter((edit) => !isTold(edit)),
      ),
      ...named(
        "theirs",
        theirsLost.filter((edit) => !isAsked(edit)),
      ),
    ],
  };
}
