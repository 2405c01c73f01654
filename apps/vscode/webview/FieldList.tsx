import { type ContactField, contactFieldNames } from "@raze-contacts/schema";
import { useRef } from "preact/hooks";
import type { FormState } from "../src/form/protocol.ts";
import { CustomFieldsField } from "./CustomFieldsField.tsx";
import type { Controls } from "./controls.ts";
import { faultsOf } from "./fieldFaults.ts";
import { isCustomFields, isTagsField, viewOf } from "./fieldViews.ts";
import { TagsField } from "./TagsField.tsx";
import { TextField } from "./TextField.tsx";

/** All fields of the table, in its order. */
export function FieldList({ state, controls }: { state: FormState; controls: Controls }) {
  // What the server refused is said until the field is edited; a new save may say it again.
  const answered = useRef(new Map<ContactField, string>());
  if (state.saving) answered.current.clear();

  return (
    <>
      {contactFieldNames.map((field) => {
        const refused = faultsOf(field, state.serverFaults);
        const isAnswered = answered.current.get(field) === refused.join("\n");
        const faults = [
          ...(state.draft.kind === "values" ? faultsOf(field, state.draft.faults) : []),
          ...(isAnswered ? [] : refused),
        ];
        const onEdit = () => answered.current.set(field, refused.join("\n"));
        const common = { faults, controls, onEdit };
        if (isTagsField(field)) return <TagsField key={field} field={field} view={viewOf(state, field)} {...common} />;
        if (isCustomFields(field)) {
          return <CustomFieldsField key={field} field={field} view={viewOf(state, field)} {...common} />;
        }
        return <TextField key={field} field={field} view={viewOf(state, field)} {...common} />;
      })}
    </>
  );
}
