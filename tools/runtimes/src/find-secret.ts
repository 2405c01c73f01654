const namesOf = (value: object): PropertyKey[] =>
  value === Object.prototype || value === Function.prototype
    ? []
    : [...Reflect.ownKeys(value), ...namesOf(Reflect.getPrototypeOf(value) ?? Object.prototype)];

function read(value: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined; // a getter that is for other objects
  }
}

/** Whether a secret can be reached from a value in any way that every runtime has: by name, by getter, by iteration. */
export function holdsSecret(value: unknown, secret: string, seen = new Set<unknown>()): boolean {
  if (typeof value === "string") return value.includes(secret);
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  const inside = value instanceof Headers || value instanceof Map || value instanceof Set ? [...value] : [];
  return [...inside, ...namesOf(value).flatMap((name) => [String(name), read(value, name)])].some((part) =>
    holdsSecret(part, secret, seen),
  );
}
