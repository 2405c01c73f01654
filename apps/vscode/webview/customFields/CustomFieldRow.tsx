import { useErrorTiming } from "../fields/useErrorTiming.ts";
import { useTextEntry } from "../fields/useTextEntry.ts";
import { Icon } from "../Icon.tsx";
import * as words from "../words.ts";
import type { Row, RowType } from "./customFieldRows.ts";
import { RowValue } from "./RowValue.tsx";
import { type RowFault, retyped } from "./readRows.ts";

type CustomFieldRowProps = {
  row: Row;
  position: number;
  fault: RowFault | undefined;
  mark: "kept" | "added" | "changed";
  onChange: (row: Row, how: "type" | "commit") => void;
  onPause: () => void;
  onRemove: () => void;
};

// The keys of the table are the types; Object.keys only knows that they are text.
const types = Object.keys(words.rowTypes) as RowType[];

/** A custom field: name, type, value, and the button that removes it. */
export function CustomFieldRow({ row, position, fault, mark, onChange, onPause, onRemove }: CustomFieldRowProps) {
  const timing = useErrorTiming(fault !== undefined, row.held !== undefined);
  const errorId = `row-${row.key}-error`;
  const markId = `row-${row.key}-mark`;
  const error = timing.isShown ? fault : undefined;
  const name = row.name || words.thisField;
  const entry = useTextEntry({
    text: row.name,
    isAhead: () => false,
    onText: (text) => {
      timing.typing();
      onChange({ ...row, name: text }, "type");
    },
    onPause,
    onLeave: timing.settle,
  });
  return (
    <div class={`row ${mark}`} data-row={row.key}>
      <input
        {...entry}
        class="name"
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.namePlaceholder}
        aria-label={words.customFieldName(position)}
        aria-invalid={error?.part === "name"}
        aria-describedby={`${errorId} ${markId}`}
        data-holds-save={fault?.part === "name"}
      />
      <select
        class="type"
        aria-label={words.customFieldType(name)}
        value={row.type}
        onChange={({ currentTarget }) => {
          const type = types.find((one) => one === currentTarget.value);
          if (!row.text) timing.begin();
          if (type) onChange(retyped(row, type), "commit");
        }}
      >
        {types.map((type) => (
          <option key={type} value={type}>
            {words.rowTypes[type]}
          </option>
        ))}
      </select>
      <RowValue
        row={row}
        isInvalid={error?.part === "value"}
        holdsSave={fault?.part === "value"}
        errorId={errorId}
        onChange={(text, how) => {
          if (how === "type") timing.typing();
          onChange({ ...row, text }, how);
        }}
        onPause={onPause}
        onLeave={timing.settle}
      />
      <button type="button" class="icon-button" title={words.removeCustomField(name)} onClick={onRemove}>
        <Icon name="remove" />
      </button>
      <div id={errorId} class="row-error" aria-live="polite">
        {error && (
          <p class="fault">
            <Icon name="error" />
            {error.message}
          </p>
        )}
      </div>
      {mark !== "kept" && (
        <span id={markId} class="visually-hidden">
          {mark === "added" ? words.customFieldAdded : words.changed}
        </span>
      )}
    </div>
  );
}
