/** True for what JSON calls a string. */
export const isText = (value: unknown): value is string => typeof value === "string";

/** True for what holds values by keys: an object, or a list, whose keys are its positions. */
const isNested = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** True for what JSON calls an object. */
export const isObject = (value: unknown): value is Record<string, unknown> => isNested(value) && !Array.isArray(value);

/** What an object itself holds under a key: `constructor` and `__proto__` are keys like any other in JSON. */
export const own = (object: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/**
 * True if two JSON values are alike, whatever the order of their keys. A missing key and null differ.
 *
 * A work list instead of recursion: a server can nest deeper than the stack reaches.
 */
export function sameJson(left: unknown, right: unknown): boolean {
  const open: [unknown, unknown][] = [[left, right]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (!isNested(a) || !isNested(b) || Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      open.push([a[key], b[key]]);
    }
  }
  return true;
}
