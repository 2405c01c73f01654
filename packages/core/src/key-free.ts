import type { FieldError } from "@raze-contacts/schema";
import { isText } from "./json-objects.ts";

/**
 * Foreign text without the key in it, cut to a length.
 *
 * The mark cannot be part of a key, so no new occurrence comes of putting it in; and it goes in before the cut, which
 * could otherwise leave most of a key at the end.
 */
export const withoutKey = (text: string, key: string, length = 100): string =>
  text.replaceAll(key, "…").slice(0, length);

/** A name in an answer, like a code or a media type, without the key. What is no single word may be anybody's words. */
export const readName = (value: unknown, key: string): string | undefined =>
  isText(value) && /^[\w.:/+-]+$/.test(value) ? withoutKey(value, key) : undefined;

/** Field errors without the key in any of their texts, each cut to 500 characters. */
export const fieldErrorsWithoutKey = (errors: readonly FieldError[], key: string): FieldError[] =>
  // They are made of JSON's kinds of values alone, so this is a copy in which every text has been looked at.
  JSON.parse(JSON.stringify(errors), (_, value: unknown) => (isText(value) ? withoutKey(value, key, 500) : value));
