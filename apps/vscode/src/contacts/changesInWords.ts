import { type ContactUpdate, contactFieldNames, contactFields } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { FieldValues } from "./fieldValues.ts";
import { valueInWords } from "./saveMessages.ts";

/** What an update changes, a line for each field: before and after; before is unknown without a base. */
export function changesInWords(base: FieldValues | undefined, update: ContactUpdate): string {
  return contactFieldNames
    .filter((field) => update[field] !== undefined)
    .map((field) => {
      const before = base === undefined ? vscode.l10n.t("unknown") : valueInWords(base[field]);
      return vscode.l10n.t("{0}: {1} → {2}", contactFields[field].label, before, valueInWords(update[field]));
    })
    .join("\n");
}
