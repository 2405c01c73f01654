import {
  adviseContactUpdate,
  type ContactField,
  type ContactUpdate,
  type FieldError,
  fieldFaults,
} from "@raze-contacts/schema";
import type { FieldFault } from "../../src/form/protocol.ts";
import { faultSentence } from "../../src/words/contractWords.ts";

/** What the contract says of one field's value: faults, or advice when there are none. */
export function judge<Field extends ContactField>(
  field: Field,
  value: NonNullable<ContactUpdate[Field]>,
): { faults: string[]; advice: string[] } {
  const faults = fieldFaults(field, value);
  if (faults.length > 0) return { faults: inWords(faults), advice: [] };
  // To the compiler a computed key is any text.
  return { faults: [], advice: inWords(adviseContactUpdate({ [field]: value } as ContactUpdate)) };
}

/** What is said of one field among the faults of a whole draft. */
export const faultsOf = (field: ContactField, faults: readonly FieldFault[]): string[] =>
  once(faults.filter(({ path }) => path[0] === field).map(({ message }) => message));

const inWords = (faults: readonly FieldError[]): string[] => once(faults.map(faultSentence));

/** Each sentence once: two places in a list may have the same fault. */
export const once = (sentences: readonly string[]): string[] => [...new Set(sentences)];
