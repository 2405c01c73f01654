/** What a caller can do about an error: the same kind calls for the same next step. */
export type RazeErrorKind =
  | "invalid_request"
  | "validation"
  | "authentication"
  | "permission"
  | "not_found"
  | "conflict"
  | "rate_limited"
  | "server"
  | "network"
  | "timeout"
  | "aborted"
  | "unexpected_response";

/**
 * Every reason an error can have, with its kind and its English sentence; `{name}` stands for a parameter.
 * This is the one place for the sentences: whoever translates looks a reason up in a table with the same keys.
 *
 * @example errorReasons.rate_limited.kind // "rate_limited"
 */
export const errorReasons = {
  option_invalid: { kind: "invalid_request", sentence: "The option {option} has the wrong type or is out of range." },
  base_url_invalid: {
    kind: "invalid_request",
    sentence:
      "The base URL must start with https:// (http:// only for this machine) and have no user name, query or fragment.",
  },
  api_key_invalid: {
    kind: "invalid_request",
    sentence: "The API key must be visible characters without spaces. Copy it again from Settings > API Keys.",
  },
  contact_id_invalid: {
    kind: "invalid_request",
    sentence: "This cannot be a contact's ID. Give the ID of one contact, like cnt_abc123def456.",
  },
  update_invalid: {
    kind: "invalid_request",
    sentence: "The update holds values that cannot be sent. Correct what fieldErrors lists.",
  },
  values_refused: {
    kind: "validation",
    sentence: "The server refused the values. Correct what fieldErrors lists and send again.",
  },
  api_key_unavailable: {
    kind: "authentication",
    sentence: "No usable API key was given for this call. Check where the key is kept.",
  },
  api_key_refused: {
    kind: "authentication",
    sentence: "The server does not know this API key. Check it under Settings > API Keys.",
  },
  api_key_expired: {
    kind: "authentication",
    sentence: "The API key has expired. Create a new one under Settings > API Keys.",
  },
  permission_missing: {
    kind: "permission",
    sentence: "The API key lacks a permission: contacts:read to read, contacts:write to change.",
  },
  contact_not_found: {
    kind: "not_found",
    sentence: "There is no such contact in this account. Check the ID and the account.",
  },
  collision: {
    kind: "conflict",
    sentence: "The change collides with another contact or another change. Read the contact again, then decide.",
  },
  rate_limited: {
    kind: "rate_limited",
    sentence: "This hour's calls are used up. Try again at the time in retryAt; without one, in an hour.",
  },
  server_failed: { kind: "server", sentence: "The server failed with status {status}. Try again later." },
  server_unavailable: {
    kind: "server",
    sentence: "The server is not available (status {status}). Try again in a few minutes.",
  },
  unreachable: {
    kind: "network",
    sentence: "The server could not be reached. Check the network, the proxy and the base URL.",
  },
  connection_lost: {
    kind: "network",
    sentence: "The connection failed before the whole answer arrived. Check the network and try again.",
  },
  timed_out: { kind: "timeout", sentence: "The call was not done after {milliseconds} ms. Try again or allow more." },
  aborted: { kind: "aborted", sentence: "The call was cancelled by its caller." },
  redirected: {
    kind: "unexpected_response",
    sentence: "The server redirects instead of answering. Check the base URL.",
  },
  not_the_api: {
    kind: "unexpected_response",
    sentence: "The answer with status {status} is not from the API. Check the base URL.",
  },
  body_missing: { kind: "unexpected_response", sentence: "The server answered without a body. Check the base URL." },
  body_too_large: {
    kind: "unexpected_response",
    sentence: "The answer is larger than {limit} bytes; it was not read.",
  },
  not_json: { kind: "unexpected_response", sentence: "The answer is not JSON. Check the base URL." },
  success_denied: {
    kind: "unexpected_response",
    sentence: "The server answered with a success status, but said that it failed.",
  },
  contact_unreadable: {
    kind: "unexpected_response",
    sentence: "The answer has no contact with an ID. Check the base URL.",
  },
  other_contact: { kind: "unexpected_response", sentence: "The server answered with a different contact." },
  list_unreadable: {
    kind: "unexpected_response",
    sentence: "The answer has no list of contacts. Check the base URL.",
  },
} as const satisfies Readonly<Record<string, { kind: RazeErrorKind; sentence: string }>>;

/** What exactly went wrong: a key of {@link errorReasons}. */
export type RazeErrorReason = keyof typeof errorReasons;

/**
 * What an error's message adds around its reason's sentence, by the field that says so.
 *
 * @example errorNotes.read_before_save // "Nothing was sent, because the contact could not be read first."
 */
export const errorNotes = {
  read_before_save: "Nothing was sent, because the contact could not be read first.",
  outcome_unknown: "Whether the change was applied is not known: read the contact before you send it again.",
} as const;
