import {
  type ContactField,
  type ContactUpdate,
  contactFieldNames,
  contactFields,
  type JsonObject,
  type JsonValue,
} from "@raze-contacts/schema";
import { fieldLabel } from "../../words/contractWords.ts";
import { withoutIcons } from "../../words/markup.ts";
import { t } from "../../words/translate.ts";
import { type FieldValues, ownValue } from "../document/fieldValues.ts";
import { isEmptyValue, valueInWords } from "../notices/saveMessages.ts";
import { tagsText } from "./valueText.ts";

/** One place of an update, before and after, in words. */
export type ChangeLine = { readonly name: string; readonly before: string; readonly after: string };

/** The beginning of a text that may be too long for where it is shown. */
export const shortened = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

/** A text for the row of a list that may be too long for it. */
export const rowText = (text: string): string => withoutIcons(shortened(text));

/** A field's value on one line; undefined: nobody knows it. */
export function valueLine(field: ContactField, value: JsonValue | undefined): string {
  if (value === undefined) return t("unknown");
  const isTags = contactFields[field].input === "tags" && Array.isArray(value) && value.length > 0;
  return isTags ? tagsText(value) : valueInWords(value);
}

/** What an update changes, line by line; custom fields that are known have a line for each name that changes. */
export function changeLines(before: FieldValues, update: ContactUpdate): ChangeLine[] {
  return contactFieldNames.flatMap((field) => {
    const [old, value] = [before[field], update[field]];
    if (value === undefined) return [];
    const label = fieldLabel(field);
    if (before.custom_fields && update.custom_fields && field === "custom_fields") {
      return customFieldLines(label, before.custom_fields, update.custom_fields);
    }
    const after = isEmptyValue(value) ? t("will be cleared") : valueLine(field, value);
    return [{ name: label, before: valueLine(field, old), after }];
  });
}

/** The same as one text, nothing shortened; without a base, nothing is known of what is stored. */
export const changesInWords = (base: FieldValues | undefined, update: ContactUpdate): string =>
  changeLines(base ?? {}, update)
    .map(({ name, before, after }) => t("{0}: {1} → {2}", name, before, after))
    .join("\n");

function customFieldLines(label: string, before: JsonObject, after: JsonObject): ChangeLine[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const tell = (value: JsonValue | undefined, missing: string) =>
    value === undefined ? missing : valueLine("custom_fields", value);
  return names
    .filter((name) => JSON.stringify(ownValue(before, name)) !== JSON.stringify(ownValue(after, name)))
    .map((name) => ({
      name: `${label}: ${name}`,
      before: tell(ownValue(before, name), t("not there")),
      after: tell(ownValue(after, name), t("will be removed")),
    }));
}
