export { adviseContactUpdate } from "./advice.ts";
export { type Contact, contactSchema, type TagObject, tagObjectSchema } from "./contact.ts";
export {
  contactFieldNames,
  contactFields,
  type FieldInfo,
  type FieldInput,
  isContactField,
} from "./contact-fields.ts";
export { type ContactId, contactIdSchema, parseContactId } from "./contact-id.ts";
export {
  type ContactField,
  type ContactUpdate,
  contactUpdateSchema,
  customFieldsSchema,
  parseContactUpdate,
  tagSchema,
} from "./contact-update.ts";
export {
  contactListResponseSchema,
  contactResponseSchema,
  type ErrorCode,
  type ErrorResponse,
  errorCodes,
  errorResponseSchema,
  type Pagination,
  paginationSchema,
} from "./envelopes.ts";
export { exampleContact } from "./example-contact.ts";
export { fieldFaults } from "./field-rules.ts";
export { contactUpdateJsonSchema } from "./json-schema.ts";
export {
  findJsonFaults,
  isPlainObject,
  type JsonFault,
  type JsonObject,
  type JsonValue,
  jsonLimits,
} from "./json-value.ts";
export {
  type FieldError,
  type FieldPath,
  type MessageCode,
  type MessageParams,
  sentence,
  sentences,
} from "./messages.ts";
