import { sandboxKey } from "@raze-contacts/sandbox";
import { createFaultySandbox, type Observed } from "@raze-contacts/sandbox/faults";
import type { Contact, JsonObject } from "@raze-contacts/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createClient } from "../src/client.ts";
import { type ContactValues, RazeError, type SaveOptions, type SaveResult, saveContact } from "../src/index.ts";
import { type Edit, editsBetween, lostOf, wasAsked } from "./races/edits.ts";
import { start } from "./races/race.ts";
import { manualRuntime } from "./support/manual-runtime.ts";

// Few different values, so that the sides often agree and often differ. All can be sent, but for a custom field
// named __proto__, which is refused in words.
const text = fc.constantFrom("", "a", "b", "c");
const json = fc.constantFrom(0, 1, "a", null, [1], { n: 1 }, { n: 2 });
const customFields = fc
  .array(fc.tuple(fc.constantFrom("k", "l", "m", "constructor", "__proto__"), json), { maxLength: 3 })
  .map((entries): JsonObject => Object.fromEntries(entries));
const changes = fc.record(
  {
    name: text,
    email: fc.constantFrom("", "a@x.io", "b@x.io"),
    phone: text,
    position: text,
    linkedin_url: fc.constantFrom("", "https://linkedin.com/in/a", "https://linkedin.com/in/b"),
    tags: fc.uniqueArray(fc.constantFrom("a", "b", "x", "constructor"), { maxLength: 3 }),
    custom_fields: customFields,
  },
  { requiredKeys: [] },
);

const step = fc.record({ theirs: changes, mine: changes, take: fc.constantFrom("mine", "theirs") });

const servers = fc.constantFrom<Observed>(
  {},
  { customFields: "merged" },
  { ignoresFields: ["position", "custom_fields"] },
  { tagObjects: true },
  { tagObjects: true, tagNamesWipeTags: true },
  { tagNamesWipeTags: true },
  { emptyFields: "null" },
  { emptyFields: "missing", extraFields: true },
);

type Person = { readonly base: Contact; readonly edited: ContactValues };

/** Whether the person hears that this edit may not have been saved. */
function hears(result: SaveResult | RazeError, { field }: Edit): boolean {
  if (result.kind === "saved") return result.unapplied.some((unapplied) => unapplied.field === field);
  return result.kind !== "unchanged";
}

function setUp(observed: Observed) {
  const { fetch, contacts } = createFaultySandbox({ contacts: [start], observed });
  const client = createClient(
    { apiKey: sandboxKey, baseUrl: "http://localhost/external/v1", fetch },
    manualRuntime().runtime,
  );
  const stored = (): Contact => contacts.get(start.id) ?? start;

  /** Saves, and holds what the server then has against what both sides did since the base. */
  async function save(person: Person, more: Pick<SaveOptions, "resolutions" | "replaceTagObjects">) {
    const mine = editsBetween(person.base, { ...person.base, ...person.edited });
    const theirs = editsBetween(person.base, stored());
    const result = await saveContact(client, start.id, { ...person, ...more }).catch((error: unknown) => {
      if (error instanceof RazeError) return error;
      throw error;
    });
    const isAsked = wasAsked(more.resolutions);
    const isUnknown = result instanceof RazeError && result.outcome === "unknown";
    expect(lostOf(mine, stored()).filter((edit) => !isAsked(edit) && !hears(result, edit))).toEqual([]);
    expect(lostOf(theirs, stored()).filter((edit) => !isAsked(edit) && !isUnknown)).toEqual([]);
    return result;
  }
  return { client, contacts, stored, save };
}

test("no sequence of edits and remote changes before the read loses an edit unnoticed", async () => {
  const kinds = new Map<string, number>();
  const property = fc.asyncProperty(
    servers,
    fc.array(step, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    async (observed, steps, replaceTagObjects) => {
      const { client, contacts, stored, save } = setUp(observed);
      for (const { theirs, mine, take } of steps) {
        const { contact: base } = await client.get(start.id);
        contacts.set(start.id, { ...stored(), ...theirs });
        const person = { base, edited: mine };
        let result = await save(person, { replaceTagObjects });
        if (result.kind === "conflict" && "conflicts" in result) {
          const resolutions = result.conflicts.map((conflict) => ({ ...conflict, take }));
          result = await save(person, { replaceTagObjects, resolutions });
          expect(result.kind).not.toBe("conflict");
        }
        kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1);
      }
    },
  );
  await fc.assert(property, { numRuns: 400 });
  // The property is worth something only if every way to end was taken.
  expect(new Set(kinds.keys())).toEqual(new Set(["saved", "unchanged", "tags_at_risk", "server", "invalid_request"]));
}, 60_000);
