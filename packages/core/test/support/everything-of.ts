import { inspect } from "node:util";

/** All that can be reached from a value, however it is looked at: inspected, as JSON, name by name. */
export function everythingOf(value: unknown): string {
  const depth = Number.POSITIVE_INFINITY;
  const parts = [inspect(value, { depth, showHidden: true, getters: true }), JSON.stringify(value)];
  const seen = new Set<unknown>();
  const visit = (current: unknown): void => {
    if (typeof current !== "object" || current === null) {
      parts.push(String(current));
      return;
    }
    if (seen.has(current)) return;
    seen.add(current);
    for (const name of Reflect.ownKeys(current)) {
      parts.push(String(name));
      visit(Reflect.get(current, name));
    }
  };
  visit(value);
  return parts.join("\n");
}
