import type { ContactField, ContactUpdate } from "./contact-update.ts";
import { emailFault } from "./email.ts";
import { fieldError } from "./issues.ts";
import { findJsonFaults } from "./json-value.ts";
import type { FieldError, FieldPath, MessageCode } from "./messages.ts";

type ValueFault = { readonly code: MessageCode; readonly path?: FieldPath };

const one = (code: MessageCode | undefined): ValueFault[] => (code === undefined ? [] : [{ code }]);
const anyText = (): ValueFault[] => [];

// A rule says what a field refuses in a value of its type. Source: the API's Update Contact page.
export const nameRule = (name: string): ValueFault[] => one(name.trim() === "" ? "name_blank" : undefined);
export const emailRule = (email: string): ValueFault[] => one(email === "" ? undefined : emailFault(email));
export const urlRule = (url: string): ValueFault[] => one(url === "" ? undefined : urlFault(url));
export const tagRule = (tag: string): ValueFault[] => one(tag.trim() === "" ? "tag_blank" : undefined);

function urlFault(url: string): MessageCode | undefined {
  if (!/^https?:/i.test(url)) return "url_scheme";
  return /^https?:\/\/[^\s/]/i.test(url) && !/\s/.test(url) && URL.canParse(url) ? undefined : "url_invalid";
}

const rules: { readonly [Field in ContactField]: (value: NonNullable<ContactUpdate[Field]>) => ValueFault[] } = {
  name: nameRule,
  email: emailRule,
  phone: anyText,
  company: anyText,
  position: anyText,
  linkedin_url: urlRule,
  tags: (tags) => tags.flatMap((tag, index) => tagRule(tag).map((fault) => ({ ...fault, path: [index] }))),
  custom_fields: findJsonFaults,
};

/**
 * What is wrong with one field's value: what {@link parseContactUpdate} would say of it, for a form that checks each
 * key. The value must have the field's type. zod is not needed for it, so a bundle that uses nothing else is rid of zod.
 *
 * @example fieldFaults("email", "john").map(({ code }) => code) // ["email_at"]
 */
export function fieldFaults<Field extends ContactField>(
  field: Field,
  value: NonNullable<ContactUpdate[Field]>,
): FieldError[] {
  return rules[field](value).map(({ code, path = [] }) => fieldError(code, {}, [field, ...path]));
}
