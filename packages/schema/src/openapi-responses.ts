import { type ErrorCode, errorCodes } from "./envelopes.ts";

const count = (description: string, example: number) => ({
  description,
  schema: { type: "integer", minimum: 0 },
  example,
});

/** The headers of every answer, by the name under which the document refers to them. */
export const rateLimitHeaders = {
  RateLimitLimit: count("Calls an hour: 100 on Free, 1,000 on Pro, 5,000 on Business.", 1000),
  RateLimitRemaining: count("Calls left in this hour.", 999),
  RateLimitReset: count("When the quota is full again, in unix seconds.", 1_706_180_400),
} as const;

const headers = {
  "X-RateLimit-Limit": { $ref: "#/components/headers/RateLimitLimit" },
  "X-RateLimit-Remaining": { $ref: "#/components/headers/RateLimitRemaining" },
  "X-RateLimit-Reset": { $ref: "#/components/headers/RateLimitReset" },
} as const;

/** An answer of 200 with its example. */
export const succeed = (schema: string, description: string, data: object) => ({
  description,
  headers,
  content: {
    "application/json": {
      schema: { $ref: `#/components/schemas/${schema}` },
      examples: { documented: { value: { success: true, data } } },
    },
  },
});

type ErrorExample = {
  readonly message: string;
  readonly details?: { readonly fields: Readonly<Record<string, string>> };
  readonly retry_after?: number;
};

const errors: Readonly<Record<ErrorCode, ErrorExample>> = {
  VALIDATION_ERROR: { message: "Invalid field values", details: { fields: { email: "Invalid email format" } } },
  INVALID_PARAMETER: { message: "Invalid parameter" },
  MISSING_REQUIRED_FIELD: { message: "Missing required field" },
  INVALID_EMAIL: { message: "Invalid email format" },
  MISSING_API_KEY: { message: "API key is missing" },
  INVALID_API_KEY: { message: "API key is invalid" },
  EXPIRED_API_KEY: { message: "API key has expired" },
  INSUFFICIENT_PERMISSIONS: { message: "The API key lacks a permission" },
  NOT_FOUND: { message: "Contact not found" },
  ALREADY_EXISTS: { message: "Contact already exists" },
  CONFLICT: { message: "Conflict with another change" },
  RATE_LIMIT_EXCEEDED: { message: "Rate limit exceeded", retry_after: 3600 },
};

const fail = (description: string, examples: object) => ({
  description,
  headers,
  content: { "application/json": { schema: { $ref: "#/components/schemas/ErrorResponse" }, examples } },
});

const failWith = (status: keyof typeof errorCodes, description: string) =>
  fail(
    description,
    Object.fromEntries(
      errorCodes[status].map((code) => [code, { value: { success: false, error: { code, ...errors[code] } } }]),
    ),
  );

/** The error answers, by the name under which the document refers to them; one example for each documented code. */
export const errorResponses = {
  BadRequest: failWith(400, "A value was refused; `error.details.fields` says which and why. Nothing was changed."),
  Unauthorized: failWith(401, "The key is missing, unknown or expired."),
  Forbidden: failWith(403, "The key lacks the permission that this call needs."),
  NotFound: failWith(404, "There is no such contact."),
  Conflict: failWith(409, "It collides with another contact or change."),
  TooManyRequests: failWith(429, "The hour's calls are used up; `error.retry_after` is the wait in seconds."),
  ServerError: fail("The server failed. No code is documented; after an update it is unknown whether it was applied.", {
    INTERNAL_ERROR: {
      value: { success: false, error: { code: "INTERNAL_ERROR", message: "Internal server error" } },
    },
  }),
} as const;

/** Refers to an error answer. */
export const refer = (name: keyof typeof errorResponses) => ({ $ref: `#/components/responses/${name}` });
