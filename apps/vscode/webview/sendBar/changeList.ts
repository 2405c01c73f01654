import { contactFieldNames, type JsonValue } from "@raze-contacts/schema";
import { ownValue } from "../../src/contacts/document/fieldValues.ts";
import type { FormState } from "../../src/form/protocol.ts";
import { fieldLabel } from "../../src/words/contractWords.ts";
import { isSame } from "../customFields/customFieldRows.ts";
import { isCustomFields, isTagsField } from "../fields/fieldViews.ts";
import * as words from "../words.ts";

/** A value in words, or why there is none. */
export type Told = { text: string } | { nothing: string };
/** One line of before and after. */
export type Change = { name: string; before: Told; after: Told };

const isEmpty = (value: unknown): boolean =>
  value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** The names of the fields that a save would send, in order, the emptied ones marked. */
export const changedNames = ({ changes }: FormState): string[] =>
  contactFieldNames
    .filter((field) => Object.hasOwn(changes, field))
    .map((field) => (isEmpty(changes[field]) ? words.cleared(fieldLabel(field)) : fieldLabel(field)));

function tell(value: JsonValue | undefined, whenMissing: string): Told {
  if (value === undefined) return { nothing: whenMissing };
  if (isEmpty(value)) return { nothing: words.emptyValue };
  return { text: typeof value === "string" ? value : JSON.stringify(value) };
}

/** What a save would change, line by line. Custom fields have a line for each name that changes. */
export function changeList({ base, changes }: FormState): Change[] {
  const stored = base.kind === "known" ? base.values : undefined;
  return contactFieldNames
    .filter((field) => Object.hasOwn(changes, field))
    .flatMap((field): Change[] => {
      const label = fieldLabel(field);
      if (isCustomFields(field) && stored) {
        const before = stored[field] ?? {};
        const after = changes[field] ?? {};
        return [...new Set([...Object.keys(before), ...Object.keys(after)])]
          .filter((name) => !isSame(ownValue(before, name), ownValue(after, name)))
          .map((name) => ({
            name: `${label}: ${name}`,
            before: tell(ownValue(before, name), words.notThere),
            after: tell(ownValue(after, name), words.removedValue),
          }));
      }
      const shown = (value: JsonValue | undefined) =>
        isTagsField(field) && Array.isArray(value) ? value.join(", ") : value;
      return [
        {
          name: label,
          before: tell(shown(stored?.[field]), stored ? words.emptyValue : words.unknownValue),
          after: tell(shown(changes[field]), words.emptyValue),
        },
      ];
    });
}
