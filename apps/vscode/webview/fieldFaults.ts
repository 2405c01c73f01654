import { adviseContactUpdate, type ContactField, parseContactUpdate } from "@raze-contacts/schema";
import type { FieldFault } from "../src/form/protocol.ts";
import type { NewValue } from "./pendingEdits.ts";

/** What the contract says of one field's value: faults, or advice when there are none. */
export function judge({ field, value }: NewValue): { faults: string[]; advice: string[] } {
  const parsed = parseContactUpdate({ [field]: value });
  if (!parsed.ok) return { faults: sentences(parsed.errors), advice: [] };
  return { faults: [], advice: sentences(adviseContactUpdate(parsed.update)) };
}

/** What is said of one field among the faults of a whole draft. */
export const faultsOf = (field: ContactField, faults: readonly FieldFault[]): string[] =>
  sentences(faults.filter(({ path }) => path[0] === field));

/** Each sentence once: two places in a list may have the same fault. */
const sentences = (faults: readonly { message: string }[]): string[] => [
  ...new Set(faults.map(({ message }) => message)),
];
