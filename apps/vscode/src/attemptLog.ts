import type { AttemptEvent } from "@raze-contacts/core";

/**
 * A log line for one exchange with the server: no id, no value, no key.
 *
 * @example "PUT /contacts/:id 200 in 134 ms, attempt 1 (position, tags)"
 */
export function attemptLine({
  method,
  path,
  status,
  milliseconds,
  attempt,
  fields,
  reason,
  code,
}: AttemptEvent): string {
  const result = [status, code, reason].filter((part) => part !== undefined).join(" ");
  const sent = fields.length > 0 ? ` (${fields.join(", ")})` : "";
  return `${method} ${path} ${result} in ${Math.round(milliseconds)} ms, attempt ${attempt}${sent}`;
}
