import { type ContactField, contactFields } from "@raze-contacts/schema";
import type { FormState } from "../../src/form/protocol.ts";

/** Values of the fields; one that is absent is unknown, or is left alone. */
export type FieldValues = FormState["changes"];

type InputOf<Field extends ContactField> = (typeof contactFields)[Field]["input"];
type FieldsWith<Input, Field extends ContactField = ContactField> = Field extends ContactField
  ? InputOf<Field> extends Input
    ? Field
    : never
  : never;

/** The fields entered as a list of tags. */
export type TagsFieldName = FieldsWith<"tags">;
/** The fields entered as rows of names and values. */
export type CustomFieldsName = FieldsWith<"custom_fields">;
/** The fields entered as a line of text. */
export type TextFieldName = Exclude<ContactField, TagsFieldName | CustomFieldsName>;

/** True for a field entered as a list of tags. */
export const isTagsField = (field: ContactField): field is TagsFieldName => contactFields[field].input === "tags";
/** True for a field entered as rows of names and values. */
export const isCustomFields = (field: ContactField): field is CustomFieldsName =>
  contactFields[field].input === "custom_fields";

/** One field of a form state. */
export type FieldView<Field extends ContactField> = {
  /** What the input shows: the draft's value, else the base's; nothing when both are silent. */
  readonly shown: FieldValues[Field] | undefined;
  /** The value as stored on the server; nothing when it has none or is unknown. */
  readonly stored: FieldValues[Field] | undefined;
  readonly isStoredKnown: boolean;
  /** True when a save would send the field. */
  readonly isChanged: boolean;
};

/** What the form shows of one field. */
export function viewOf<Field extends ContactField>(state: FormState, field: Field): FieldView<Field> {
  const stored = state.base.kind === "known" ? state.base.values[field] : undefined;
  const drafted = state.draft.kind === "values" ? state.draft.values[field] : undefined;
  return {
    shown: drafted ?? stored,
    stored,
    isStoredKnown: state.base.kind === "known",
    isChanged: Object.hasOwn(state.changes, field),
  };
}
