import type * as z from "zod/mini";
import {
  type FieldError,
  type FieldPath,
  type MessageCode,
  type MessageParams,
  sentence,
  sentences,
} from "./messages.ts";

type Fault = { code: MessageCode; params: MessageParams };
type RawIssue = {
  code?: unknown;
  input?: unknown;
  expected?: unknown;
  keys?: unknown;
  params?: unknown;
  path?: unknown;
};

const notOfType: Readonly<Record<string, MessageCode>> = { string: "not_text", array: "not_list" };

const isFault = (value: unknown): value is Fault =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  "params" in value &&
  Object.hasOwn(sentences, String(value.code));

/** Why a schema of this package refused a value, as a key of the sentence table. */
function explain(issue: RawIssue): Fault {
  if (isFault(issue.params)) return issue.params;
  if (Array.isArray(issue.keys)) return { code: "unknown_field", params: { field: issue.keys.join(", ") } };
  // Of a value that stands in no field, "leave the field out" would be no advice.
  const inField = Array.isArray(issue.path) && issue.path.length > 0;
  if (issue.input === null && inField) return { code: "null_refused", params: {} };
  return { code: notOfType[String(issue.expected)] ?? "not_object", params: {} };
}

/** A schema's `error` option: the sentence, so that a plain `parse` speaks in words too. */
export const inWords = (issue: RawIssue): string => {
  const { code, params } = explain(issue);
  return sentence(code, params);
};

/**
 * A zod check from a function that names what is wrong with a value, in as many places as there are.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function refuse<T>(
  findFaults: (value: T, alreadyRefused: boolean) => Iterable<Partial<Fault> & { code: MessageCode; path?: FieldPath }>,
) {
  return (payload: z.core.ParsePayload<T>): void => {
    for (const { code, params = {}, path = [] } of findFaults(payload.value, payload.issues.length > 0)) {
      payload.issues.push({
        code: "custom",
        input: payload.value,
        path: [...path],
        params: { code, params } satisfies Fault,
        message: sentence(code, params),
      });
    }
  };
}

/** Our field errors from zod's issues, one per fault, nested paths kept, without the refused values. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== "symbol");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((field) => fieldError("unknown_field", { field }, [...path, field]));
    }
    const { code, params } = explain(issue);
    return [fieldError(code, params, path)];
  });
}

/** One field error with its English sentence. */
export const fieldError = (code: MessageCode, params: MessageParams, path: FieldPath): FieldError => ({
  path,
  code,
  params,
  message: sentence(code, params),
  source: "client",
});
