import { contactFields } from "@raze-contacts/schema";
import { useRef } from "preact/hooks";
import { t } from "../../src/words/translate.ts";
import type { Controls } from "../controls.ts";
import { controlId } from "../focus.ts";
import * as words from "../words.ts";
import { describedBy, FieldRow } from "./FieldRow.tsx";
import { judge } from "./fieldFaults.ts";
import type { FieldView, TextFieldName } from "./fieldViews.ts";
import { OldText } from "./OldText.tsx";
import { useErrorTiming } from "./useErrorTiming.ts";
import { useRefresh } from "./useRefresh.ts";
import { useTextEntry } from "./useTextEntry.ts";

type TextFieldProps = {
  field: TextFieldName;
  view: FieldView<TextFieldName>;
  /** What the host says is wrong with the field. */
  faults: readonly string[];
  controls: Controls;
  onEdit: () => void;
  onRevert: () => void;
};

const inputModes = { text: "text", email: "email", phone: "tel", url: "url" } as const;

/** A field of one line of text. */
export function TextField({ field, view, faults, controls: { edits }, onEdit, onRevert }: TextFieldProps) {
  const refresh = useRefresh();
  const value = edits.latest(field) ?? view.shown ?? "";
  // A stored value that nobody touches is not sent, whatever the contract says of it.
  const isTouched = view.isStoredKnown
    ? value !== (view.stored ?? "")
    : view.shown !== undefined || edits.isPending(field);
  const verdict = isTouched ? judge(field, value) : { faults: [], advice: [] };
  const timing = useErrorTiming(verdict.faults.length > 0);
  const errors = [...(timing.isShown ? verdict.faults : []), ...faults];

  const entry = useTextEntry({
    text: view.shown ?? "",
    isAhead: () => edits.isPending(field),
    onText: (text) => {
      edits.type({ field, value: text });
      timing.typing();
      onEdit();
      refresh();
    },
    onPause: () => edits.commitTyped(field),
    onLeave: timing.settle,
  });

  // An input would drop the line breaks; and no element is swapped for another while somebody types in it.
  const hasLines = useRef(false);
  hasLines.current ||= /[\r\n]/.test(view.shown ?? "");

  const isCleared = view.isChanged && value === "" && verdict.faults.length === 0;
  const { description, input } = contactFields[field];
  const attributes = {
    ...entry,
    id: controlId(field),
    name: field,
    dir: "auto",
    autocomplete: "off",
    spellcheck: input === "text",
    placeholder: isCleared ? words.willBeCleared : view.isStoredKnown ? t(description) : words.unknown,
    "aria-invalid": errors.length > 0,
    "aria-describedby": describedBy(field),
    "data-holds-save": timing.isShown,
  } as const;
  return (
    <FieldRow
      field={field}
      isChanged={view.isChanged}
      errors={errors}
      note={view.isChanged && <OldText view={view} />}
      advice={view.isChanged && timing.isSettled ? verdict.advice : []}
      onRevert={onRevert}
    >
      {hasLines.current ? (
        <textarea {...attributes} rows={2} />
      ) : (
        <input {...attributes} type="text" inputMode={inputModes[input]} />
      )}
    </FieldRow>
  );
}
