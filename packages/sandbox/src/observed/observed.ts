import type { ContactField } from "@raze-contacts/schema";

/** Ways in which servers were seen to differ from their documentation. What is left out stays as documented. */
export type Observed = {
  /** These fields are taken with a 200 and dropped in silence. */
  readonly ignoresFields?: readonly ContactField[] | undefined;
  /** Tags come back as objects: `{ id, name, color }`. */
  readonly tagObjects?: boolean | undefined;
  /** An update with tag names keeps its other fields, wipes the tags and ends in a 500; ids of tag objects pass. */
  readonly tagNamesWipeTags?: boolean | undefined;
  /** Custom fields are replaced whole, as the sandbox does unless told otherwise, or merged with what is stored. */
  readonly customFields?: "replaced" | "merged" | undefined;
  /** `{}` is taken with a 200 and moves `updated_at` on. */
  readonly acceptsEmptyUpdate?: boolean | undefined;
  /** Nothing is validated: what no database column could hold ends in 500 `INTERNAL_ERROR`, all else is stored. */
  readonly skipsValidation?: boolean | undefined;
  /** An id of another form than the server's own ends in 500 `INTERNAL_ERROR` in place of 404. */
  readonly failsOnOddIds?: boolean | undefined;
  /** What error answers hold, by status: a message without an `error` object, a page, nothing. */
  readonly errorBodies?: Readonly<Record<number, "message" | "html" | "empty">> | undefined;
  /** How a 429 says when to come back: `error.retry_after` alone, or the header alone, in seconds or as a date. */
  readonly retryAfter?: "body" | "seconds" | "date" | undefined;
  /** Whether a 403 names the permission that is missing and those that there are, as the sandbox does anyway. */
  readonly namesPermissions?: boolean | undefined;
  /** Timestamps come as `2024-01-25 10:00:00.123+00`. */
  readonly spacedTimestamps?: boolean | undefined;
  /** Fields without a value come as null, or not at all; `""`, `[]` and `{}` count as no value. */
  readonly emptyFields?: "null" | "missing" | undefined;
  /** Contacts and envelopes carry fields that nothing documents. */
  readonly extraFields?: boolean | undefined;
  /** A list has its contacts as `data` itself, and `pagination` beside it. */
  readonly paginationBesideData?: boolean | undefined;
  /** The sandbox makes a key of its own, random, that starts like this; not where `keys` are given. */
  readonly keyPrefix?: string | undefined;
  /** Contact ids are UUIDs: the first contact's ends in …0001, and so on. */
  readonly uuidIds?: boolean | undefined;
  /** Reading fails with this status, with a good key too; updates work. */
  readonly failsReads?: 403 | 500 | undefined;
};

/** Every way at once. Take one back with `{ ...observedProfile, failsReads: undefined }`. */
export const observedProfile = {
  ignoresFields: ["position", "linkedin_url"],
  tagObjects: true,
  tagNamesWipeTags: true,
  customFields: "replaced",
  acceptsEmptyUpdate: true,
  skipsValidation: true,
  failsOnOddIds: true,
  errorBodies: { 401: "empty", 404: "message", 413: "html" },
  retryAfter: "body",
  namesPermissions: true,
  spacedTimestamps: true,
  emptyFields: "null",
  extraFields: true,
  paginationBesideData: true,
  keyPrefix: "lr_live_",
  uuidIds: true,
  failsReads: 500,
} as const satisfies Required<Observed>;
