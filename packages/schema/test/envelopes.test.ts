import {
  contactListResponseSchema,
  contactResponseSchema,
  errorCodes,
  errorResponseSchema,
  paginationSchema,
} from "@raze-contacts/schema";
import { expect, test } from "vitest";

const contact = { id: "1", name: "John" };
const pagination = { page: 1, limit: 20, total: 45, total_pages: 3 };

test.each<[string, unknown]>([
  ["the documented form", { success: true, data: contact }],
  ["no success", { data: contact }],
  ["keys beside it", { success: true, data: contact, request_id: "r", meta: null }],
])("an answer with one contact: %s", (_, answer) => {
  expect(contactResponseSchema.parse(answer)).toEqual(answer);
});

test.each<[string, unknown]>([
  ["success: false", { success: false, data: contact }],
  ["no data", { success: true }],
  ["null", { success: true, data: null }],
  ["a list", { success: true, data: [contact] }],
  ["a contact without an envelope", contact],
  ["text", "<html>"],
])("no answer with one contact: %s", (_, answer) => {
  expect(contactResponseSchema.safeParse(answer).success).toBe(false);
});

test.each<[string, unknown]>([
  ["the documented form", { success: true, data: { contacts: [contact], pagination } }],
  ["pagination beside a list", { success: true, data: [contact], pagination }],
  ["a list alone", { data: [contact, { id: "2" }] }],
  ["no pagination", { success: true, data: { contacts: [] } }],
  ["pagination that is null, or of which parts are", { data: { contacts: [], pagination: { page: null, total: 3 } } }],
  ["keys beside it", { success: true, data: { contacts: [contact], pagination, took: 5 }, meta: {} }],
])("an answer with a page of contacts: %s", (_, answer) => {
  expect(contactListResponseSchema.parse(answer)).toEqual(answer);
});

test.each<[string, unknown]>([
  ["success: false", { success: false, data: [] }],
  ["no contacts", { success: true, data: {} }],
  ["contacts that are null", { success: true, data: { contacts: null } }],
  ["one contact without an id", { success: true, data: [{ name: "John" }] }],
  ["a page that is text", { success: true, data: [], pagination: { page: "1" } }],
])("no answer with a page of contacts: %s", (_, answer) => {
  expect(contactListResponseSchema.safeParse(answer).success).toBe(false);
});

test("pagination keeps what it does not know", () => {
  expect(paginationSchema.parse({ ...pagination, next: "/2" })).toEqual({ ...pagination, next: "/2" });
});

test.each<[string, unknown]>([
  ["the documented form", { success: false, error: { code: "NOT_FOUND", message: "Contact not found" } }],
  [
    "a validation error",
    { success: false, error: { code: "VALIDATION_ERROR", message: "m", details: { fields: { email: "Invalid" } } } },
  ],
  ["fields whose sentences are lists", { error: { code: "X", details: { fields: { email: ["a", "b"] } } } }],
  ["details of another kind", { error: { code: "X", message: "m", details: { limit: 5 } } }],
  ["details and fields that are null", { error: { code: "X", details: null } }],
  ["a rate limit", { success: false, error: { code: "RATE_LIMIT_EXCEEDED", message: "m", retry_after: 3600 } }],
  ["a rate limit whose wait is text", { success: false, error: { code: "X", message: "m", retry_after: "3600" } }],
  [
    "missing permissions",
    {
      success: false,
      error: {
        code: "INSUFFICIENT_PERMISSIONS",
        message: "m",
        required_permission: "contacts:write",
        current_permissions: ["contacts:read"],
      },
    },
  ],
  ["a code that is not documented", { success: false, error: { code: "INTERNAL_ERROR", message: "m" } }],
  ["a code that is null or missing", { success: false, error: { code: null } }],
  ["an empty error", { error: {} }],
  ["a message alone", { success: false, message: "Unauthorized" }],
  ["a message with a status beside it", { success: false, message: "Unauthorized", statusCode: 401 }],
])("an error answer: %s", (_, answer) => {
  expect(errorResponseSchema.parse(answer)).toEqual(answer);
});

test.each<[string, unknown]>([
  ["a success", { success: true, data: contact }],
  ["a success with an error beside it", { success: true, error: { code: "X" } }],
  ["a message without success: false", { message: "Not Found" }],
  ["success: false and nothing else", { success: false }],
  ["an error that is text", { error: "Not Found" }],
  ["a code that is a number", { error: { code: 404 } }],
  ["fields that are a list", { error: { code: "X", details: { fields: ["email"] } } }],
  ["HTML", "<html>502 Bad Gateway</html>"],
  ["nothing", undefined],
  ["null", null],
  ["a list", []],
])("no error answer: %s", (_, answer) => {
  expect(errorResponseSchema.safeParse(answer).success).toBe(false);
});

test("the documented error codes", () => {
  expect(errorCodes).toEqual({
    400: ["VALIDATION_ERROR", "INVALID_PARAMETER", "MISSING_REQUIRED_FIELD", "INVALID_EMAIL"],
    401: ["MISSING_API_KEY", "INVALID_API_KEY", "EXPIRED_API_KEY"],
    403: ["INSUFFICIENT_PERMISSIONS"],
    404: ["NOT_FOUND"],
    409: ["ALREADY_EXISTS", "CONFLICT"],
    429: ["RATE_LIMIT_EXCEEDED"],
  });
});
