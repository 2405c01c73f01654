/**
 * Every sentence that the contract can say, by code; `{name}` stands for a parameter of that name.
 * This is the one place for English: whoever translates looks a code up in a table with the same keys.
 *
 * @example sentences.not_text // "This must be text."
 */
export const sentences = {
  contact_id_blank: "The contact ID is empty. Give the ID of a contact, like cnt_abc123def456.",
  contact_id_dots: "The contact ID cannot be . or .. – give the ID of a contact, like cnt_abc123def456.",
  contact_id_slash: "The contact ID cannot contain a slash or a backslash. Give the ID alone, not an address.",
  contact_id_control: "The contact ID contains an invisible control character. Type it instead of pasting it.",
  contact_id_surrogate: "The contact ID contains half of a character. Copy the whole ID again.",

  update_not_object: "An update must be an object with the fields to change.",
  update_empty: "The update is empty. Give at least one field to change.",
  unknown_field: "{field} is not a field that can be changed.",
  null_refused: 'null is not allowed here. Leave the field out to keep it, or clear it with "", [] or {}.',
  not_text: "This must be text.",
  not_list: "This must be a list.",
  not_object: "This must be an object with names and values.",

  name_blank: "The name cannot be blank.",
  email_at: "An email address needs exactly one @, like john@example.com.",
  email_local: "An email address needs a name before the @, without spaces, like john@example.com.",
  email_domain: "An email address needs a domain after the @, without spaces, like john@example.com.",
  url_scheme: "A LinkedIn URL starts with https:// or http://.",
  url_invalid: "This is not a complete web address. It should look like https://linkedin.com/in/johndoe.",
  tag_blank: "A tag cannot be blank.",

  json_value: "This cannot be sent as JSON. Use text, numbers, true, false, null, lists and objects.",
  json_number: "This number would not arrive as it is. Use text.",
  json_cycle: "This value contains itself and cannot be sent.",
  json_depth: "Custom fields can be nested 32 levels deep at most.",
  json_size: "Custom fields can hold 10,000 values at most.",
  json_proto_key: "A custom field cannot be called __proto__.",

  server_refused: "The server refused this value.",

  phone_not_international: "An international number starts with + and the country code, like +55.",
  linkedin_other_host: "This address is not on linkedin.com.",
  tag_doubled: "The tag {tag} appears twice.",
  longer_than_seen: "Some servers cut this off at {limit} characters; it has {length}.",
} as const;

/** The name of a sentence in {@link sentences}. */
export type MessageCode = keyof typeof sentences;
/** What fills the `{…}` places of a sentence. */
export type MessageParams = Readonly<Record<string, string | number>>;
/** A place in an update: a field name, then keys and list positions inside it. */
export type FieldPath = readonly (string | number)[];

/** One fault of one field. `message` is the English sentence for `code`, or the server's own words. */
export type FieldError = {
  readonly path: FieldPath;
  readonly code: MessageCode;
  readonly params: MessageParams;
  readonly message: string;
  readonly source: "client" | "server";
};

/**
 * The English sentence for a code. A place for which there is no parameter stays as it is.
 *
 * @example sentence("unknown_field", { field: "nickname" }) // "nickname is not a field that can be changed."
 */
export function sentence(code: MessageCode, params: MessageParams = {}): string {
  return sentences[code].replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
