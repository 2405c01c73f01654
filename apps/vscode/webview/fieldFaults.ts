import { adviseContactUpdate, type ContactField, type FieldError, parseContactUpdate } from "@raze-contacts/schema";
import type { FieldFault } from "../src/form/protocol.ts";
import { faultSentence } from "../src/words/contractWords.ts";
import type { NewValue } from "./pendingEdits.ts";

/** What the contract says of one field's value: faults, or advice when there are none. */
export function judge({ field, value }: NewValue): { faults: string[]; advice: string[] } {
  const parsed = parseContactUpdate({ [field]: value });
  if (!parsed.ok) return { faults: inWords(parsed.errors), advice: [] };
  return { faults: [], advice: inWords(adviseContactUpdate(parsed.update)) };
}

/** What is said of one field among the faults of a whole draft. */
export const faultsOf = (field: ContactField, faults: readonly FieldFault[]): string[] =>
  once(faults.filter(({ path }) => path[0] === field).map(({ message }) => message));

const inWords = (faults: readonly FieldError[]): string[] => once(faults.map(faultSentence));

/** Each sentence once: two places in a list may have the same fault. */
export const once = (sentences: readonly string[]): string[] => [...new Set(sentences)];
