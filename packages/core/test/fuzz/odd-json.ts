import { contactFieldNames } from "@raze-contacts/schema";
import fc from "fast-check";
import { stored, update } from "../fault-matrix/canaries.ts";
import { key } from "../support/client.ts";

// Words that a server may repeat. Not the id: as a code, a single word cannot be told from a name of the server's.
const words = fc.constantFrom(key, `${key} ${key}`, update.name, update.email, stored.name, "canary value after");
const text = fc.oneof(words, fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("", "5", "NaN", "\ud800"));
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-1, 0, 1e308, 2 ** 53));

const documented = ["id", "source", "created_at", "updated_at", ...contactFieldNames];
const special = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "length", "toJSON"];
const name = fc.oneof(fc.constantFrom(...documented, ...special), text);

/** Objects whose keys may be any, `__proto__` among them. */
const objectOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc.array(fc.tuple(name, value), { maxLength: 5 }).map((entries) => Object.fromEntries(entries));

/** Any JSON value. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.array(tie("value"), { maxLength: 4 }),
    objectOf(tie("value")),
  ),
})).value;

const mostly = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anything });

const id = mostly(fc.constantFrom(stored.id, stored.id, stored.id.toUpperCase(), "cnt_other"));
const fields = Object.fromEntries(documented.map((field) => [field, anything]));
const whole = fc.record({ ...fields, id }, { requiredKeys: ["id"] });
const extended = objectOf(anything).map((odd) => ({ ...stored, custom_fields: { ...stored.custom_fields, ...odd } }));
const contact = mostly(fc.oneof(whole, extended, fc.constant({ ...stored, ...update })));

const error = fc.record(
  {
    code: mostly(fc.oneof(text, fc.constantFrom("EXPIRED_API_KEY", "NOT_FOUND"))),
    message: mostly(text),
    details: mostly(fc.record({ fields: mostly(objectOf(mostly(text))) })),
    retry_after: anything,
    required_permission: mostly(text),
  },
  { requiredKeys: [] },
);
const page = fc.record({ contacts: mostly(fc.array(contact, { maxLength: 3 })), pagination: anything });

/** What stands where an answer of the API should: near to one, so that the code behind the first check is reached. */
const envelope = fc.record(
  {
    success: mostly(fc.constantFrom(true, true, true, false)),
    data: mostly(fc.oneof(contact, contact, page, fc.array(contact, { maxLength: 3 }))),
    error: mostly(error),
    message: mostly(text),
    pagination: anything,
  },
  { requiredKeys: ["data"] },
);

const deep = fc.integer({ min: 1, max: 20_000 }).map((depth) => {
  const nested = `${'{"a":['.repeat(depth)}1${"]}".repeat(depth)}`;
  return `{"success":true,"data":{"id":"${stored.id}","custom_fields":{"note":"canary value before","deep":${nested}}}}`;
});

/** The text of an answer that is JSON, or was once. */
export const oddText = fc
  .tuple(
    fc.oneof({ weight: 20, arbitrary: mostly(envelope).map((value) => JSON.stringify(value)) }, deep),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant((json: string) => json) },
      fc.nat(200).map((end) => (json: string) => json.slice(0, end)),
      fc.constantFrom("\ufeff", " \n", "\0", ")]}',\n", "<").map((start) => (json: string) => start + json),
      text.map((end) => (json: string) => json + end),
    ),
  )
  .map(([json, change]) => change(json));
