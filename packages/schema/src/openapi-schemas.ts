import * as z from "zod/mini";
import { contactSchema, tagObjectSchema } from "./contact.ts";
import { contactFieldNames, contactFields } from "./contact-fields.ts";
import {
  contactListResponseSchema,
  contactResponseSchema,
  errorResponseSchema,
  paginationSchema,
} from "./envelopes.ts";
import { exampleContact } from "./example-contact.ts";
import { contactUpdateJsonSchema } from "./json-schema.ts";

type Details = { readonly title?: string; readonly description: string; readonly examples?: readonly unknown[] };
type Answer = {
  readonly schema: z.core.$ZodType;
  readonly description: string;
  readonly properties?: Readonly<Record<string, Details>>;
};

// Described here and not in the schemas themselves: those are in every bundle, descriptions need not be.
const answers: Readonly<Record<string, Answer>> = {
  Contact: {
    schema: contactSchema,
    description: "A contact as servers return it: only `id` is certain, the rest may be null or missing.",
    properties: {
      id: { description: "The contact's unique identifier.", examples: [exampleContact.id] },
      ...Object.fromEntries(
        contactFieldNames.map((field) => {
          const { label: title, description, example } = contactFields[field];
          return [field, { title, description, examples: [example] }];
        }),
      ),
      source: { description: "Where the contact came from.", examples: [exampleContact.source] },
      created_at: { description: "Documented as ISO 8601 in UTC.", examples: [exampleContact.created_at] },
      updated_at: { description: "Documented as ISO 8601 in UTC.", examples: [exampleContact.updated_at] },
    },
  },
  TagObject: { schema: tagObjectSchema, description: "A tag as some servers return it." },
  Pagination: {
    schema: paginationSchema,
    description: "Where the page stands in the list.",
    properties: {
      page: { description: "Counts from 1." },
      limit: { description: "Contacts a page." },
      total: { description: "Contacts in all pages." },
      total_pages: { description: "Pages in all." },
    },
  },
  ContactResponse: { schema: contactResponseSchema, description: "One contact." },
  ContactListResponse: {
    schema: contactListResponseSchema,
    description: "A page of contacts: as documented, or with `data` a list and `pagination` beside it, as was seen.",
  },
  ErrorResponse: {
    schema: errorResponseSchema,
    description: "What went wrong: the documented envelope, or a message alone, as was seen.",
  },
};

const registry = z.registry<{ id: string }>();
for (const [id, { schema }] of Object.entries(answers)) registry.add(schema, { id });

const { schemas } = z.toJSONSchema(registry, {
  uri: (id) => `#/components/schemas/${id}`,
  unrepresentable: "any",
  override: ({ zodSchema, jsonSchema }) => {
    // The one check of our own in an answer is that for a plain object, of which zod knows no JSON Schema.
    if (zodSchema._zod.def.type === "custom") jsonSchema.type = "object";
  },
});

function describe(name: string, { description, properties: details = {} }: Answer) {
  // Inside an OpenAPI document the place is the identity, and the dialect is the document's.
  const { $schema: _, $id: __, properties, ...schema } = schemas[name] ?? {};
  if (properties === undefined) return { description, ...schema };
  const described = Object.entries(properties).map(([property, rule]) => [
    property,
    typeof rule === "object" ? { ...details[property], ...rule } : rule,
  ]);
  return { description, ...schema, properties: Object.fromEntries(described) };
}

const { $schema: _, ...contactUpdate } = contactUpdateJsonSchema;

/** The request and the answers as JSON Schema, by the name under which the document refers to them. */
export const openApiSchemas: Readonly<Record<string, object>> = {
  ContactUpdate: {
    ...contactUpdate,
    description:
      'What to change: a field that is absent stays; `""`, `[]` and `{}` clear. ' +
      "`tags` replaces the stored list; servers were seen to replace `custom_fields` as a whole too.",
  },
  ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, describe(name, answer)])),
};
