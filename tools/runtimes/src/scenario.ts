import { type AttemptEvent, createContactsClient, RazeError, saveContact } from "@raze-contacts/core";
import { faultyIds, ordinaryId } from "./contacts.ts";
import { holdsSecret } from "./find-secret.ts";

/** What a runtime is given to do. */
export type Task = {
  readonly baseUrl: string;
  /** Where nothing listens. */
  readonly unreachableUrl: string;
  readonly key: string;
};

/** What came of each step, as JSON. */
export type Report = Readonly<Record<string, unknown>>;

/** All that a caller decides by. */
function factsOf(error: unknown): unknown {
  if (!(error instanceof RazeError)) return { strange: String(error) };
  const { kind, reason, outcome, attempts, status, code, fieldErrors, cause } = error;
  const places = fieldErrors.map(({ path, source, message }) => ({ path: path.join("."), source, message }));
  const { name: causeName, code: causeCode } = cause ?? {};
  return { kind, reason, outcome, attempts, status, code, fieldErrors: places, causeName, causeCode };
}

/** Every kind of call, and every way in which a call can end that depends on the runtime's `fetch`, streams or timers. */
export async function runScenario({ baseUrl, unreachableUrl, key }: Task): Promise<Report> {
  const events: AttemptEvent[] = [];
  const errors: Record<string, unknown> = {};
  const options = { apiKey: key, baseUrl, onAttempt: (event: AttemptEvent) => void events.push(event) };
  const contacts = createContactsClient(options);

  const settle = (name: string, step: () => Promise<unknown>): Promise<unknown> =>
    step().catch((error: unknown) => {
      errors[name] = error;
      return factsOf(error);
    });

  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    async list() {
      const { contacts: page, pagination, drift, attempts, rateLimit } = await contacts.list({ search: "john doe" });
      const { limit, remaining } = rateLimit ?? {};
      return { ids: page.map(({ id }) => id), total: pagination.total, drift, attempts, limit, remaining };
    },
    async get() {
      const { contact, drift, attempts } = await contacts.get(ordinaryId);
      return { contact, drift, attempts };
    },
    async update() {
      const sent = { position: "VP of Sales ü 😀", tags: ["hot-lead", "enterprise"] };
      const { contact, unapplied } = await contacts.update(ordinaryId, sent);
      return { position: contact.position, tags: contact.tags, unapplied };
    },
    async saveWithMerge() {
      const { contact: base } = await contacts.get(ordinaryId);
      await contacts.update(ordinaryId, { phone: "+1 555 0100", tags: ["hot-lead", "enterprise", "theirs"] });
      const edited = { ...base, position: "CTO", tags: ["hot-lead", "mine"] };
      const result = await saveContact(contacts, ordinaryId, { base, edited });
      if (result.kind !== "saved") return result.kind;
      const { kind, sent, mergedFields, unapplied, contact } = result;
      return { kind, sent, mergedFields, unapplied, phone: contact.phone, tags: contact.tags };
    },
    async limitedOnce() {
      const from = events.length;
      const { contact, attempts } = await contacts.get("cnt_limited_once");
      return { id: contact.id, attempts, heard: events.slice(from).map(({ status, reason }) => ({ status, reason })) };
    },
    refusedHere: () => contacts.update(ordinaryId, { email: "not an address" }),
    refusedThere: () => contacts.update("cnt_refused", { company: "Acme" }),
    missing: () => contacts.get("cnt_missing"),
    wrongKey: () => createContactsClient({ ...options, apiKey: "gr_live_wrong" }).get(ordinaryId),
    abort() {
      const controller = new AbortController();
      const abortInBody = async (...request: Parameters<typeof fetch>) => {
        const response = await fetch(...request);
        setTimeout(() => controller.abort(), 50); // the head is here, and the body never ends
        return response;
      };
      const client = createContactsClient({ ...options, fetch: abortInBody });
      return client.update("cnt_stalled_until_abort", { company: "Acme" }, { signal: controller.signal });
    },
    deadline: () => contacts.get("cnt_stalled_until_deadline", { timeoutMs: 5000 }),
    redirect: () => contacts.update("cnt_moved", { company: "Acme" }),
    reset: () => contacts.update("cnt_reset", { company: "Acme" }, { maxRetries: 0 }),
    unreachable: () =>
      createContactsClient({ ...options, baseUrl: unreachableUrl, maxRetries: 0 }).update(ordinaryId, {
        company: "Acme",
      }),
    async echoedKey() {
      const facts: unknown[] = [];
      for (const id of faultyIds.filter((id) => id.startsWith("cnt_key_in_"))) {
        facts.push(await settle(id, () => contacts.get(id)));
      }
      return facts;
    },
  };

  const report: Record<string, unknown> = {};
  for (const [name, step] of Object.entries(steps)) report[name] = await settle(name, step);
  // The last is made to hold the key, to see that it would be found.
  const planted = new Error("A request", { cause: new Request(baseUrl, { headers: { "x-api-key": key } }) });
  const searched = Object.entries({ ...errors, events, planted });
  const searchedForKey = searched.map(([name]) => name);
  const keyFoundIn = searched.filter(([, value]) => holdsSecret(value, key)).map(([name]) => name);
  return JSON.parse(JSON.stringify({ ...report, searchedForKey, keyFoundIn }));
}
