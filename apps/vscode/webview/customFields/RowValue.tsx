import { useTextEntry } from "../fields/useTextEntry.ts";
import * as words from "../words.ts";
import type { Row } from "./customFieldRows.ts";

type RowValueProps = {
  row: Row;
  isInvalid: boolean;
  holdsSave: boolean;
  errorId: string;
  onChange: (text: string, how: "type" | "commit") => void;
  onPause: () => void;
  onLeave: () => void;
};

/** The value of a custom field, entered as its type wants it. */
export function RowValue({ row, isInvalid, holdsSave, errorId, onChange, onPause, onLeave }: RowValueProps) {
  const label = words.customFieldValue(row.name || words.thisField);
  const entry = useTextEntry({
    text: row.text,
    isAhead: () => false,
    onText: (text) => onChange(text, "type"),
    onPause,
    onLeave,
  });
  const attributes = {
    ...entry,
    class: "value",
    dir: "auto",
    autocomplete: "off",
    spellcheck: row.type === "text",
    placeholder: words.valuePlaceholder,
    "aria-label": label,
    "aria-invalid": isInvalid,
    "aria-describedby": errorId,
    "data-holds-save": holdsSave,
  } as const;
  if (row.type === "yes_no") {
    return (
      <select
        class="value"
        aria-label={label}
        value={row.text}
        onChange={({ currentTarget }) => onChange(currentTarget.value, "commit")}
      >
        <option value="true">{words.yes}</option>
        <option value="false">{words.no}</option>
      </select>
    );
  }
  if (row.type === "number") return <input {...attributes} type="text" inputMode="decimal" />;
  // Text and JSON may hold line breaks.
  return <textarea {...attributes} rows={1} />;
}
