export type {
  Contact,
  ContactField,
  ContactUpdate,
  FieldError,
  FieldPath,
  JsonObject,
  JsonValue,
  MessageCode,
  MessageParams,
  Pagination,
  TagObject,
} from "@raze-contacts/schema";
export type { AttemptEvent } from "./attempt-event.ts";
export {
  type AnswerFacts,
  type ContactsClient,
  createContactsClient,
  type GetResult,
  type ListResult,
  type UpdateResult,
} from "./client.ts";
export type { ContactValues } from "./contact-values.ts";
export { applyUpdate, diffContact } from "./diff.ts";
export { type Outcome, RazeError, type RazeErrorFacts } from "./error.ts";
export { errorNotes, errorReasons, type RazeErrorKind, type RazeErrorReason } from "./error-reasons.ts";
export type { ListQuery } from "./list-query.ts";
export { type Conflict, type MergeOptions, type MergeResult, mergeContacts, type Resolution } from "./merge.ts";
export type { ApiKeySource, CallOptions, ContactsClientOptions, Fetch } from "./options.ts";
export type { RateLimit } from "./rate-limit.ts";
export { type SaveOptions, type SaveResult, saveContact } from "./save.ts";
export { findUnapplied, type UnappliedField } from "./unapplied.ts";
