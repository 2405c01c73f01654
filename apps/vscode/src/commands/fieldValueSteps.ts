import { diffContact } from "@raze-contacts/core";
import {
  adviseContactUpdate,
  type ContactField,
  type ContactUpdate,
  contactFields,
  type FieldError,
  type JsonObject,
  type JsonValue,
  parseContactUpdate,
} from "@raze-contacts/schema";
import * as vscode from "vscode";
import { rowText, valueLine } from "../contacts/changes/changeLines.ts";
import {
  customValueText,
  lineText,
  readCustomValue,
  readLine,
  readTags,
  tagsText,
} from "../contacts/changes/valueText.ts";
import { ownValue } from "../contacts/document/fieldValues.ts";
import { isEmptyValue, tagsLockedSentence } from "../contacts/notices/saveMessages.ts";
import type { SeenContact } from "../contacts/seenContact.ts";
import { faultSentence, fieldLabel } from "../words/contractWords.ts";
import { withoutLinks } from "../words/markup.ts";
import { t } from "../words/translate.ts";
import { type Answer, askThen, type InputSteps, type Reading } from "./inputSteps.ts";

type Contact = Pick<SeenContact, "name" | "values" | "base">;

/** One of the custom fields; without a name: a new one. */
type NameItem = vscode.QuickPickItem & { readonly name?: string };

/** It is read out before the current value, for which nobody should take the example. */
const newValue = (example: string): string => t("New value, such as {0}", example);

/** Asks for the new value of a field, with the present one to begin with. */
export function askForUpdate(steps: InputSteps, field: ContactField, contact: Contact): Promise<Answer<ContactUpdate>> {
  if (field === "custom_fields") return askForCustomField(steps, contact);
  const { description: english, example } = contactFields[field];
  const [label, description] = [fieldLabel(field), t(english)];
  const old = contact.values[field];
  const box = { title: `${contact.name} · ${label}`, step: 3, totalSteps: 4, name: field };
  if (field === "tags") {
    const rule = t('Separate tags with commas; put a tag that has a comma in double quotes, like "Smith, John".');
    const warning = t("What you enter replaces every tag that is stored on the server.");
    const isLocked = contact.base?.kind === "known" && contact.base.hasTagObjects;
    return steps.text({
      ...box,
      placeholder: newValue(tagsText(contactFields[field].example)),
      prompt: isLocked ? tagsLockedSentence() : old === undefined ? `${rule} ${warning}` : rule,
      text: tagsText(contact.values[field] ?? []),
      read: (typed) => {
        if (isLocked) return { kind: "fault", message: tagsLockedSentence() };
        const tags = readTags(typed);
        if (tags.kind === "value") return judge(field, tags.value, old);
        return { kind: "fault", message: t("A quoted tag ends with a quote, and only a comma may follow it.") };
      },
    });
  }
  const present = contact.values[field] ?? "";
  const text = lineText(present);
  const known = text === present ? description : t("{0}. ⏎ is a line break.", description);
  return steps.text({
    ...box,
    placeholder: newValue(String(example)),
    prompt: old === undefined ? t("{0}. The stored value is unknown.", description) : known,
    text,
    read: (typed) => judge(field, readLine(typed, present), old),
  });
}

/** Asks for one custom field, then for its value: names stay as they are, and no JSON has to be typed. */
function askForCustomField(steps: InputSteps, contact: Contact): Promise<Answer<ContactUpdate>> {
  const label = fieldLabel("custom_fields");
  const old = contact.values.custom_fields;
  const fields: JsonObject = old ?? {};
  const items = Object.entries(fields).map(([name, value]) => ({
    label: rowText(name),
    description: rowText(valueLine("custom_fields", value)),
    name,
  }));
  const pickName = () =>
    steps.pick({
      title: `${contact.name} · ${label}`,
      step: 3,
      totalSteps: 5,
      placeholder: t("Which one? For a new one, type its name."),
      items: [
        ...items,
        { label: t("Add a field with this name"), iconPath: new vscode.ThemeIcon("add"), alwaysShow: true },
      ],
      take: ({ name }: NameItem, typed) => name ?? (typed.trim() || undefined),
    });
  return askThen(pickName, (name) => {
    const present = ownValue(fields, name);
    const rule = t("Text, a number, true, false or JSON. In quotes, a number is text.");
    const warning = t("What you enter replaces every custom field that is stored on the server.");
    return steps.text({
      title: `${contact.name} · ${name}`,
      step: 4,
      totalSteps: 5,
      name: `custom_fields ${name}`,
      placeholder: t("Value"),
      prompt: old === undefined ? `${rule} ${warning}` : rule,
      text: present === undefined ? "" : customValueText(present),
      read: (typed) => readCustomField(fields, name, typed, old),
    });
  });
}

function readCustomField(
  fields: JsonObject,
  name: string,
  typed: string,
  old: JsonObject | undefined,
): Reading<ContactUpdate> {
  if (typed.trim() === "") {
    if (ownValue(fields, name) === undefined) return { kind: "same", message: t('Give it a value; "" is empty text.') };
    const { [name]: _, ...others } = fields;
    const note = warn(t("{0} will be removed.", name));
    return { kind: "value", value: { custom_fields: others }, note };
  }
  const read = readCustomValue(typed);
  if (read.kind === "unreadable") {
    return { kind: "fault", message: t("This is not valid JSON yet. To send it as text, put it in quotes.") };
  }
  const reading = judge("custom_fields", { ...fields, [name]: read.value }, old);
  return reading.kind === "value" ? { ...reading, note: inform(kindOf(read.value)) } : reading;
}

/** How a value is sent: nobody should find out later that a number was text. */
function kindOf(value: JsonValue): string {
  if (typeof value === "string") return t("Sent as text.");
  if (typeof value === "number") return t("Sent as a number.");
  if (typeof value === "boolean") return t("Sent as yes or no.");
  return t("Sent as JSON.");
}

const inform = (message: string) => ({
  message: withoutLinks(message),
  severity: vscode.InputBoxValidationSeverity.Info,
});
const warn = (message: string) => ({
  message: withoutLinks(message),
  severity: vscode.InputBoxValidationSeverity.Warning,
});
const sentences = (errors: readonly FieldError[]) => [...new Set(errors.map(faultSentence))].join(" ");

/** What the contract says of a field's new value. */
function judge(field: ContactField, value: JsonValue, old: JsonValue | undefined): Reading<ContactUpdate> {
  if (old !== undefined && !(field in diffContact({ [field]: old }, { [field]: value }))) {
    return { kind: "same", message: t("This is the current value.") };
  }
  const parsed = parseContactUpdate({ [field]: value });
  if (!parsed.ok) return { kind: "fault", message: sentences(parsed.errors) };
  if (isEmptyValue(value)) {
    const note = warn(t("{0} will be cleared.", fieldLabel(field)));
    return { kind: "value", value: parsed.update, note };
  }
  const advice = sentences(adviseContactUpdate(parsed.update));
  return { kind: "value", value: parsed.update, ...(advice === "" ? {} : { note: inform(advice) }) };
}
