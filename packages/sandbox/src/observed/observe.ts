import type { Contact } from "@raze-contacts/schema";
import { fail } from "../answers.ts";
import { callName } from "../call-name.ts";
import { allPermissions, type SandboxKey } from "../keys.ts";
import type { ReceivedRequest } from "../received.ts";
import { sampleContacts } from "../sample-contacts/sample-contacts.ts";
import type { SandboxOptions, StockedOptions } from "../sandbox.ts";
import type { Seams } from "../seams.ts";
import type { Observed } from "./observed.ts";
import { internalError, observedUpdate } from "./observed-update.ts";
import { shapeAnswer } from "./shape-answer.ts";
import { createTagCatalogue } from "./tag-catalogue.ts";

const ownForm = /^cnt_\w+$/;
const uuidForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isOddId = ({ path }: ReceivedRequest, { uuidIds }: Observed): boolean =>
  !(uuidIds ? uuidForm : ownForm).test(path.replace(/^.*\/|\?.*$/g, ""));

const withUuids = (contacts: Iterable<Contact>): Contact[] =>
  Array.from(contacts, (contact, index) =>
    uuidForm.test(contact.id)
      ? contact
      : { ...contact, id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}` },
  );

const forbidReading = (): Response =>
  fail(403, "INSUFFICIENT_PERMISSIONS", "This API key may not read contacts.", {
    required_permission: "contacts:read",
    current_permissions: ["contacts:write"],
  });

const ownKey = (prefix: string): Record<string, SandboxKey> => ({
  [`${prefix}${crypto.randomUUID().replaceAll("-", "")}`]: { permissions: allPermissions },
});

/** The options and the seams that make a sandbox behave as observed. */
export function observe(
  observed: Observed,
  options: SandboxOptions,
): { readonly options: StockedOptions; readonly seams: Required<Seams> } {
  const catalogue = createTagCatalogue();
  const { contacts = sampleContacts, now = Date.now } = options;

  const distort = (request: ReceivedRequest, answer: Response): Response => {
    const name = callName(request);
    if (name === undefined) return answer;
    const fails = name !== "update" && answer.ok ? observed.failsReads : undefined;
    if (fails === 403) return forbidReading();
    const isOdd = answer.status === 404 && observed.failsOnOddIds && isOddId(request, observed);
    return fails === 500 || isOdd ? internalError() : answer;
  };

  return {
    options: {
      ...options,
      contacts: observed.uuidIds ? withUuids(contacts) : contacts,
      ...(observed.keyPrefix !== undefined && { keys: options.keys ?? ownKey(observed.keyPrefix) }),
    },
    seams: {
      intercept: async ({ request }, answer) => {
        const given = await answer();
        const distorted = distort(request, given);
        const limits = [...given.headers].filter(([name]) => name.startsWith("x-ratelimit-"));
        for (const [name, value] of limits) distorted.headers.set(name, value);
        return shapeAnswer(distorted, observed, catalogue, now());
      },
      update: observedUpdate(observed, catalogue),
    },
  };
}
