import type { FieldError } from "@raze-contacts/schema";

/**
 * Foreign text without the key in it, cut to a length.
 *
 * The mark cannot be part of a key, so no new occurrence comes of putting it in; and it goes in before the cut, which
 * could otherwise leave most of a key at the end.
 */
export const withoutKey = (text: string, key: string, length = 100): string =>
  text.replaceAll(key, "…").slice(0, length);

/** Field errors without the key in any of their texts. */
export function fieldErrorsWithoutKey(errors: readonly FieldError[], key: string): FieldError[] {
  const clean = <T>(value: T) => (typeof value === "string" ? withoutKey(value, key, 500) : value);
  return errors.map(({ path, params, message, ...rest }) => ({
    ...rest,
    path: path.map((step) => clean(step)),
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, clean(value)])),
    message: withoutKey(message, key, 500),
  }));
}

/** A text of an answer, if it is one, without the key. */
export const readText = (value: unknown, key: string): string | undefined =>
  typeof value === "string" && value !== "" ? withoutKey(value, key) : undefined;
