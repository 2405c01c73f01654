import { exampleContact } from "./example-contact.ts";

/** The path parameter of a single contact. */
export const contactIdParameter = {
  name: "id",
  in: "path",
  required: true,
  description: "The contact's unique identifier, percent-encoded.",
  // What parseContactId refuses, except for half a character, which no address can carry.
  schema: {
    type: "string",
    minLength: 1,
    pattern: "^(?!\\.\\.?$)(?=[\\s\\S]*\\S)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f]+$",
  },
  example: exampleContact.id,
} as const;

const query = (name: string, description: string, schema: object) => ({
  name,
  in: "query",
  required: false,
  description,
  schema,
});

/** The query of the API's List Contacts page. */
export const listParameters = [
  query("page", "Which page, counted from 1.", { type: "integer", minimum: 1, default: 1 }),
  query("limit", "Contacts a page.", { type: "integer", minimum: 1, maximum: 100, default: 20 }),
  query("search", "Text in name, email or company.", { type: "string" }),
  query("company", "Only contacts of this company.", { type: "string" }),
  query("email", "Only contacts with this email address.", { type: "string" }),
  query("source", "Only contacts from this source.", { type: "string" }),
  {
    ...query("tags", "Only contacts with these tags, separated by commas; a tag cannot hold one here.", {
      type: "array",
      items: { type: "string", pattern: "^[^,]+$" },
    }),
    style: "form",
    explode: false,
  },
  query("sort_by", "The field to sort by.", { type: "string", default: "created_at" }),
  query("sort_order", "Which way to sort.", { type: "string", enum: ["asc", "desc"], default: "desc" }),
] as const;
