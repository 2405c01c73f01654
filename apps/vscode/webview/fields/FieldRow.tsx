import type { ContactField } from "@raze-contacts/schema";
import type { ComponentChildren } from "preact";
import { fieldLabel } from "../../src/words/contractWords.ts";
import { controlId, useHandover } from "../focus.ts";
import { Icon } from "../Icon.tsx";
import * as words from "../words.ts";
import { once } from "./fieldFaults.ts";

type FieldRowProps = {
  field: ContactField;
  isChanged: boolean;
  errors: readonly string[];
  /** What the change does: the old value, or what becomes of a list. */
  note: ComponentChildren;
  advice?: readonly string[];
  onRevert: () => void;
  /** True when the label names a group, not one control. */
  isGroup?: boolean;
  children: ComponentChildren;
};

/** The ids of everything that describes a field's control. */
export const describedBy = (field: ContactField): string =>
  ["errors", "note", "advice"].map((part) => `${controlId(field)}-${part}`).join(" ");

/**
 * A field: its label, its control, and one line below for all that is to be said. The line has its place even when
 * nothing is said, so that no field moves when it is.
 */
export function FieldRow({
  field,
  isChanged,
  errors,
  note,
  advice = [],
  onRevert,
  isGroup = false,
  children,
}: FieldRowProps) {
  const label = fieldLabel(field);
  const id = controlId(field);
  const Label = isGroup ? "span" : "label";
  return (
    <div class={isChanged ? "field changed" : "field"} data-field={field}>
      <Label id={`${id}-label`} for={isGroup ? undefined : id}>
        {label}
        {isChanged && <span class="visually-hidden"> ({words.changed})</span>}
      </Label>
      <div class="control">{children}</div>
      <div class="says">
        <div id={`${id}-errors`} class="errors" aria-live="polite">
          {once(errors).map((error) => (
            <p class="fault" key={error}>
              <Icon name="error" />
              {error}
            </p>
          ))}
        </div>
        <div id={`${id}-note`} class="note">
          {note}
        </div>
        {isChanged && <Revert field={field} onRevert={onRevert} />}
        <div id={`${id}-advice`} class="advice" aria-live="polite">
          {advice.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
    </div>
  );
}

function Revert({ field, onRevert }: Pick<FieldRowProps, "field" | "onRevert">) {
  return (
    <button
      type="button"
      class="link"
      ref={useHandover(field)}
      aria-label={words.revertField(fieldLabel(field))}
      // A field that is left may have more to say, and would move the button away from under the pointer.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRevert}
    >
      {words.revert}
    </button>
  );
}
