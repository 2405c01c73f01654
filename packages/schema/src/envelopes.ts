import * as z from "zod/mini";
import { contactSchema } from "./contact.ts";

const success = z.optional(z.literal(true));
const count = z.nullish(z.number());

/**
 * The answer to reading or updating one contact (the API's Get Contact and Update Contact pages). `success: false` is
 * refused, a missing `success` is not.
 *
 * @example contactResponseSchema.parse({ success: true, data: { id: "cnt_abc123def456" } }).data.id // "cnt_abc123def456"
 */
export const contactResponseSchema = z.looseObject({ success, data: contactSchema });

/**
 * Where a page of a list stands (the API's List Contacts page): `page` counts from 1, `limit` is contacts a page.
 * Each part may be null or missing.
 *
 * @example paginationSchema.parse({ page: 1, limit: 20, total: 45, total_pages: 3 }).total // 45
 */
export const paginationSchema = z.looseObject({ page: count, limit: count, total: count, total_pages: count });
/** Where a page of a list stands: what {@link paginationSchema} gives. */
export type Pagination = z.output<typeof paginationSchema>;

/**
 * A page of contacts: as documented (the API's List Contacts page), or with `data` a list and `pagination` beside it,
 * as was seen.
 *
 * @example contactListResponseSchema.safeParse({ data: [{ id: "cnt_abc123def456" }] }).success // true
 */
export const contactListResponseSchema = z.union([
  z.looseObject({
    success,
    data: z.looseObject({ contacts: z.array(contactSchema), pagination: z.nullish(paginationSchema) }),
  }),
  z.looseObject({ success, data: z.array(contactSchema), pagination: z.nullish(paginationSchema) }),
]);

/**
 * The documented error codes by status (the API's Errors page; it has none for 500). Servers send others too: treat a
 * code as open-ended text.
 *
 * @example errorCodes[404] // ["NOT_FOUND"]
 */
export const errorCodes = {
  400: ["VALIDATION_ERROR", "INVALID_PARAMETER", "MISSING_REQUIRED_FIELD", "INVALID_EMAIL"],
  401: ["MISSING_API_KEY", "INVALID_API_KEY", "EXPIRED_API_KEY"],
  403: ["INSUFFICIENT_PERMISSIONS"],
  404: ["NOT_FOUND"],
  409: ["ALREADY_EXISTS", "CONFLICT"],
  429: ["RATE_LIMIT_EXCEEDED"],
} as const;
/** A documented error code, one of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[keyof typeof errorCodes][number];

const looseText = z.nullish(z.string());

/**
 * An error answer: the documented envelope (the API's Errors page), or the form with a message alone that was seen.
 * `retry_after` is in seconds and comes with a 429.
 *
 * @example errorResponseSchema.safeParse({ success: false, error: { code: "NOT_FOUND" } }).success // true
 */
export const errorResponseSchema = z.union([
  z.looseObject({
    success: z.optional(z.literal(false)),
    error: z.looseObject({
      code: looseText,
      message: looseText,
      details: z.nullish(z.looseObject({ fields: z.nullish(z.record(z.string(), z.unknown())) })),
      retry_after: z.nullish(z.union([z.number(), z.string()])),
      required_permission: looseText,
      current_permissions: z.nullish(z.array(z.string())),
    }),
  }),
  z.looseObject({ success: z.literal(false), message: z.string() }),
]);
/** An error answer: what {@link errorResponseSchema} gives. */
export type ErrorResponse = z.output<typeof errorResponseSchema>;
