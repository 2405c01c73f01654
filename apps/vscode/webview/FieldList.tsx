import { type ContactField, contactFieldNames } from "@raze-contacts/schema";
import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import type { FormState } from "../src/form/protocol.ts";
import type { Controls } from "./controls.ts";
import { CustomFieldsField } from "./customFields/CustomFieldsField.tsx";
import { ConflictChoice } from "./fields/ConflictChoice.tsx";
import { faultsOf } from "./fields/fieldFaults.ts";
import { isCustomFields, isTagsField, viewOf } from "./fields/fieldViews.ts";
import { TextField } from "./fields/TextField.tsx";
import { LockedTags } from "./tags/LockedTags.tsx";
import { TagsField } from "./tags/TagsField.tsx";

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
        const onRevert = () => {
          onEdit();
          controls.edits.revert(field);
        };
        return (
          <Fragment key={field}>
            {control(state, field, { faults, controls, onEdit, onRevert })}
            {state.conflicts
              .filter(({ path }) => path[0] === field)
              .map((conflict) => (
                <ConflictChoice key={conflict.path.join("/")} conflict={conflict} choose={controls.choose} />
              ))}
          </Fragment>
        );
      })}
    </>
  );
}

function control(
  state: FormState,
  field: ContactField,
  common: { faults: string[]; controls: Controls; onEdit: () => void; onRevert: () => void },
) {
  if (isTagsField(field)) {
    const view = viewOf(state, field);
    const { tagsLock } = state;
    if (tagsLock) return <LockedTags field={field} view={view} reason={tagsLock} onRevert={common.onRevert} />;
    return <TagsField field={field} view={view} {...common} />;
  }
  if (isCustomFields(field)) return <CustomFieldsField field={field} view={viewOf(state, field)} {...common} />;
  return <TextField field={field} view={viewOf(state, field)} {...common} />;
}
