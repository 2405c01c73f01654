import {
  adviseContactUpdate,
  type Contact,
  type ContactUpdate,
  contactFieldNames,
  contactFields,
  type FieldError,
  isContactField,
  isPlainObject,
  parseContactUpdate,
} from "@raze-contacts/schema";
import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { faultSentence } from "../../words/contractWords.ts";
import { t } from "../../words/translate.ts";
import type { FieldValues } from "./fieldValues.ts";

/** A place in the text, in UTF-16 units. */
export type Span = { readonly offset: number; readonly length: number };
/** A fault in the text, in words, at its place. */
export type TextFault = { readonly span: Span; readonly message: string; readonly path: FieldError["path"] };
/** What a contact's document holds. */
export type ContactText =
  /** Nobody can say what was meant: no JSON, a key twice, no object. */
  | {
      readonly kind: "broken";
      readonly cause: "syntax" | "doubled_key" | "no_object";
      readonly faults: readonly [TextFault, ...TextFault[]];
    }
  | { readonly kind: "values"; readonly values: FieldValues; readonly faults: readonly TextFault[] };

/**
 * The eight editable fields of a contact as a draft starts with them: what is empty on the server is empty here, and
 * a field that could not be read (`drift`) is left out, because an empty one would look like its value.
 */
export function editableValues(contact: Contact, drift: readonly string[] = []): FieldValues {
  const unreadable = new Set(drift.map((path) => path.split(/[.[]/, 1)[0]));
  const values: Record<string, unknown> = {};
  for (const field of contactFieldNames) {
    if (unreadable.has(field)) continue;
    if (field === "tags") values[field] = (contact.tags ?? []).map((tag) => (typeof tag === "string" ? tag : tag.name));
    else if (field === "custom_fields") values[field] = contact.custom_fields ?? {};
    else values[field] = contact[field] ?? "";
  }
  return values; // built from the field table, each with the type of its field
}

/** The document that a draft starts as: the editable fields as JSON, or nothing when the values are unknown. */
export const textOf = (base: { kind: "known"; values: FieldValues } | { kind: "unknown" }): string =>
  `${JSON.stringify(base.kind === "known" ? base.values : {}, null, 2)}\n`;

const spanOf = (node: Node): Span => ({ offset: node.offset, length: node.length });

function duplicateKeys(root: Node): TextFault[] {
  const faults: TextFault[] = [];
  const visit = (node: Node): void => {
    if (node.type === "object") {
      const seen = new Set<string>();
      for (const property of node.children ?? []) {
        const key = property.children?.[0];
        if (key === undefined) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          faults.push({ span: spanOf(key), path: [], message: t('"{0}" appears twice. Keep one of them.', name) });
        }
        seen.add(name);
      }
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return faults;
}

/** What the parser says, in words: "PropertyNameExpected" is "Property name expected". */
export const parserWords = (error: ParseErrorCode): string =>
  printParseErrorCode(error).replace(/(?<!^)([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

function syntaxFaults(errors: readonly ParseError[]): TextFault[] {
  return errors.map(({ error, offset, length }) => ({
    span: { offset, length },
    path: [],
    message: t("This is not JSON: {0}.", t(parserWords(error))),
  }));
}

/** Where a field error belongs in the text: the value, or the key when the key itself is the fault. */
function spanAt(root: Node, { path, code }: FieldError): Span {
  const node = findNodeAtLocation(root, [...path]);
  if (node === undefined) return spanOf(root);
  const key = code === "unknown_field" || code === "json_proto_key" ? node.parent?.children?.[0] : undefined;
  return spanOf(key ?? node);
}

/**
 * Reads a contact's document. Broken JSON and doubled keys make the whole text unreadable, since nobody can say which
 * value was meant; anything else is a fault of one field, and the other fields keep their values.
 */
export function readContactText(text: string): ContactText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (errors.length > 0 || root === undefined) {
    const nothing = { span: { offset: 0, length: text.length }, path: [], message: t("The document is empty.") };
    const [first = nothing, ...others] = syntaxFaults(errors);
    return { kind: "broken", cause: "syntax", faults: [first, ...others] };
  }
  const [doubled, ...more] = duplicateKeys(root);
  if (doubled !== undefined) return { kind: "broken", cause: "doubled_key", faults: [doubled, ...more] };

  const value: unknown = JSON.parse(text);
  if (!isPlainObject(value)) {
    const message = t("A contact's document must be an object with the fields to change.");
    return { kind: "broken", cause: "no_object", faults: [{ span: spanOf(root), path: [], message }] };
  }
  const parsed = parseContactUpdate(value);
  const errorsOfFields = parsed.ok ? [] : parsed.errors.filter(({ code }) => code !== "update_empty");
  const faults = errorsOfFields.map((error) => ({
    span: spanAt(root, error),
    path: error.path,
    message: faultSentence(error),
  }));
  return { kind: "values", values: shownValues(value), faults };
}

/** The faults of what a form cannot show, and so cannot find itself: an unknown key, a value of another type. */
export const unshownFaults = ({ values, faults }: Extract<ContactText, { kind: "values" }>): TextFault[] =>
  faults.filter(({ path: [field] }) => !(isContactField(field) && field in values));

/** What is allowed in these values of a document but worth a second look, each at its place in the text. */
export function textAdvice(text: string, values: ContactUpdate): TextFault[] {
  const root = parseTree(text);
  if (root === undefined) return [];
  return Object.entries(values).flatMap(([field, value]) => {
    const parsed = parseContactUpdate({ [field]: value });
    const advice = parsed.ok ? adviseContactUpdate(parsed.update) : [];
    return advice.map((item) => ({ span: spanAt(root, item), path: item.path, message: faultSentence(item) }));
  });
}

/** The values that have their field's type, right or wrong by the finer rules: what a form can show and mend. */
function shownValues(value: Record<string, unknown>): FieldValues {
  const fits = (field: string, item: unknown): boolean => {
    if (!isContactField(field)) return false;
    const { input } = contactFields[field];
    if (input === "tags") return Array.isArray(item) && item.every((tag) => typeof tag === "string");
    return input === "custom_fields" ? isPlainObject(item) : typeof item === "string";
  };
  return Object.fromEntries(Object.entries(value).filter(([field, item]) => fits(field, item)));
}
