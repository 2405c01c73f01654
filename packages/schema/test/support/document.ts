import source from "../../src/openapi.ts";

/** The document as its readers get it: JSON, without the types of its source. */
export const document: unknown = JSON.parse(JSON.stringify(source));

type Key = "$ref" | "content" | "description" | "example" | "examples" | "headers" | "schema";
type Entry = { readonly place: string; readonly value: { readonly [_ in Key]?: unknown } };

/** Every object in a JSON value, with the JSON Pointer to it. */
export function* objectsIn(value: unknown, place = "#"): Generator<Entry> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { place, value: { ...value } };
  for (const [key, child] of Object.entries(value)) {
    yield* objectsIn(child, `${place}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

/** What a local `$ref` points to, or undefined. */
export function resolve(reference: string): unknown {
  const [root, ...steps] = reference.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let value: unknown = root === "#" ? document : undefined;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}
