/** Any value that JSON can carry. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** A JSON object, such as a contact's custom fields. */
export type JsonObject = { readonly [key: string]: JsonValue };

/**
 * How deep custom fields may nest, the outermost object being the first level, and how many values they may hold in
 * all. Ours: the API names none.
 *
 * @example jsonLimits // { depth: 32, values: 10_000 }
 */
export const jsonLimits = { depth: 32, values: 10_000 } as const;

/** What keeps one value from travelling as JSON: its place, and a key of the sentence table. */
export type JsonFault = {
  path: (string | number)[];
  code: "json_value" | "json_number" | "json_cycle" | "json_depth" | "json_size" | "json_proto_key";
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/**
 * True for a plain object: not null, not a list, not an instance of a class.
 *
 * @example isPlainObject(new Date()) // false
 */
export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && isPlain(value);

/**
 * Everything that keeps a value from travelling as JSON unchanged, each with its place.
 *
 * zod's own `z.json()` overflows the stack on deep values and its records drop a `__proto__` key without a word,
 * so this check runs first and both are refused in words. A number past 2^53 - 1 has lost digits where it was read:
 * sent back, it would change somebody's long id. Limits: {@link jsonLimits}.
 *
 * @example findJsonFaults({ score: [1, NaN] }) // [{ path: ["score", 1], code: "json_number" }]
 */
export function findJsonFaults(value: unknown): JsonFault[] {
  const faults: JsonFault[] = [];
  const ancestors = new Set<object>();
  let values = -1; // The outermost value is not one of the values that it holds.

  const visit = (current: unknown, path: (string | number)[]): void => {
    values += 1;
    if (values > jsonLimits.values) {
      faults.push({ path: [], code: "json_size" });
      return;
    }
    if (current === null || typeof current === "string" || typeof current === "boolean") return;
    if (typeof current === "number") {
      if (!(Math.abs(current) <= Number.MAX_SAFE_INTEGER)) faults.push({ path, code: "json_number" });
    } else if (typeof current !== "object" || !(Array.isArray(current) || isPlain(current))) {
      faults.push({ path, code: "json_value" });
    } else if (ancestors.has(current)) {
      faults.push({ path, code: "json_cycle" });
    } else if (ancestors.size >= jsonLimits.depth) {
      faults.push({ path, code: "json_depth" });
    } else {
      ancestors.add(current);
      if (Array.isArray(current)) {
        // An index loop, not forEach: a hole in the list must be seen as the undefined that it is.
        for (let index = 0; index < current.length && values <= jsonLimits.values; index += 1) {
          visit(current[index], [...path, index]);
        }
      } else {
        for (const [key, child] of Object.entries(current)) {
          if (key === "__proto__") faults.push({ path: [...path, key], code: "json_proto_key" });
          else visit(child, [...path, key]);
          if (values > jsonLimits.values) break;
        }
      }
      ancestors.delete(current);
    }
  };

  visit(value, []);
  return faults;
}
