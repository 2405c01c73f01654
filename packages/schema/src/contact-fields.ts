import type { ContactField, ContactUpdate } from "./contact-update.ts";

/** How a field is entered: which input a form shows, and how its text is read. */
export type FieldInput = "text" | "email" | "phone" | "url" | "tags" | "custom_fields";

/** What everyone who shows a field needs to know of it. */
export type FieldInfo<Value = unknown> = {
  readonly label: string;
  readonly description: string;
  readonly input: FieldInput;
  readonly example: Value;
  /** A length in characters at which servers were seen to cut or refuse (a tag's, for tags): advice, not a rule. */
  readonly lengthSeen?: number;
};

/**
 * The eight fields of an update in the vendor's order: the one table from which form, quick pick, JSON schema,
 * sandbox and documentation are made. The compiler holds it against the schema's keys.
 * Source: the API's Update Contact page; the lengths were seen.
 *
 * @example contactFields.position.example // "VP of Engineering"
 */
export const contactFields = {
  name: { label: "Name", description: "Full name", input: "text", example: "John Doe", lengthSeen: 500 },
  email: { label: "Email", description: "Email address", input: "email", example: "john@example.com", lengthSeen: 255 },
  phone: { label: "Phone", description: "Phone number", input: "phone", example: "+5511999999999", lengthSeen: 50 },
  company: { label: "Company", description: "Company name", input: "text", example: "Acme Inc", lengthSeen: 500 },
  position: { label: "Position", description: "Job title", input: "text", example: "VP of Engineering" },
  linkedin_url: {
    label: "LinkedIn URL",
    description: "Address of the LinkedIn profile",
    input: "url",
    example: "https://linkedin.com/in/johndoe",
  },
  tags: {
    label: "Tags",
    description: "Tags; the list replaces the one that is stored",
    input: "tags",
    example: ["hot-lead", "enterprise"],
    lengthSeen: 100,
  },
  custom_fields: {
    label: "Custom fields",
    description: "Custom names and values",
    input: "custom_fields",
    example: { industry: "Technology" },
  },
} as const satisfies { readonly [Field in ContactField]-?: FieldInfo<Required<ContactUpdate>[Field]> };

/**
 * The names of the eight fields in the vendor's order.
 *
 * @example contactFieldNames.length // 8
 */
// Object.keys knows only strings; the table above has exactly these keys.
export const contactFieldNames = Object.keys(contactFields) as readonly ContactField[];

/**
 * True for the name of a field that can be changed, and for nothing that objects inherit.
 *
 * @example
 * isContactField("tags") // true
 * isContactField("toString") // false
 */
export const isContactField = (name: unknown): name is ContactField =>
  typeof name === "string" && Object.hasOwn(contactFields, name);
