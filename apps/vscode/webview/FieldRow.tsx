import { type ContactField, contactFields } from "@raze-contacts/schema";
import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";
import * as words from "./words.ts";

type FieldRowProps = {
  field: ContactField;
  isChanged: boolean;
  errors: readonly string[];
  /** What is said beside the errors: advice, the old value. */
  notes: ComponentChildren;
  onRevert: () => void;
  children: ComponentChildren;
};

/** The id of the control of a field; its label, errors and notes have ids made from it. */
export const controlId = (field: ContactField): string => `field-${field}`;

/** The ids of everything that describes a field's control. */
export const describedBy = (field: ContactField): string => `${controlId(field)}-errors ${controlId(field)}-notes`;

/**
 * A field: its label, its control, and one line below for all that is to be said. The line has its place even when
 * nothing is said, so that no field moves when it is.
 */
export function FieldRow({ field, isChanged, errors, notes, onRevert, children }: FieldRowProps) {
  const { label } = contactFields[field];
  const id = controlId(field);
  return (
    <div class={isChanged ? "field changed" : "field"} data-field={field}>
      <label id={`${id}-label`} for={id}>
        {label}
        {isChanged && <span class="visually-hidden"> ({words.changed})</span>}
      </label>
      <div class="control">{children}</div>
      <div class="says">
        <div id={`${id}-errors`} class="errors" aria-live="polite">
          {errors.map((error) => (
            <p class="error" key={error}>
              <Icon name="error" />
              {error}
            </p>
          ))}
        </div>
        <div id={`${id}-notes`} class="notes">
          {notes}
        </div>
        {isChanged && (
          <button type="button" class="link" aria-label={words.revertField(label)} onClick={onRevert}>
            {words.revert}
          </button>
        )}
      </div>
    </div>
  );
}
