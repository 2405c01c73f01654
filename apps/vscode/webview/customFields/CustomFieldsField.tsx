import type { JsonObject } from "@raze-contacts/schema";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Controls } from "../controls.ts";
import { describedBy, FieldRow } from "../fields/FieldRow.tsx";
import { judge } from "../fields/fieldFaults.ts";
import type { CustomFieldsName, FieldView } from "../fields/fieldViews.ts";
import { withRemoved } from "../fields/lists.ts";
import { useRefresh } from "../fields/useRefresh.ts";
import { controlId, useListHandover } from "../focus.ts";
import { Icon } from "../Icon.tsx";
import * as words from "../words.ts";
import { CustomFieldRow } from "./CustomFieldRow.tsx";
import { isAsHeld, isSame, newRow, type Row, rowOf } from "./customFieldRows.ts";
import { RemovedRow } from "./RemovedRow.tsx";
import { readRows } from "./readRows.ts";
import { compareRows, rowsAfter } from "./rowChanges.ts";

type CustomFieldsFieldProps = {
  field: CustomFieldsName;
  view: FieldView<CustomFieldsName>;
  faults: readonly string[];
  controls: Controls;
  onEdit: () => void;
  onRevert: () => void;
};

/** A field that holds names and values. */
export function CustomFieldsField({ field, view, faults, controls, onEdit, onRevert }: CustomFieldsFieldProps) {
  const { edits, announce } = controls;
  const refresh = useRefresh();
  const kept = useRef<Row[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const focusOn = useRef<string>(undefined);
  useEffect(
    () =>
      edits.onRevert(field, () => {
        kept.current = kept.current.filter((row) => row.held);
        refresh();
      }),
    [edits, field],
  );
  useLayoutEffect(() => {
    if (focusOn.current) list.current?.querySelector<HTMLElement>(focusOn.current)?.focus();
    focusOn.current = undefined;
  });
  useListHandover(list, field);

  if (!edits.isPending(field) && !isSame(readRows(kept.current).fields, view.shown ?? {})) {
    kept.current = rowsAfter(view.shown ?? {}, kept.current);
  }
  const { rows, fields, faults: rowFaults } = readRows(kept.current);
  const stored: JsonObject = view.stored ?? {};

  const change = (next: readonly Row[], how: "type" | "commit") => {
    const read = readRows(next);
    kept.current = read.rows;
    if (!isSame(read.fields, edits.latest(field) ?? view.shown ?? {})) {
      edits[how]({ field, value: read.fields });
      onEdit();
    }
    refresh();
  };
  const add = () => {
    const row = newRow();
    focusOn.current = `[data-row="${row.key}"] input`;
    change([...rows, row], "commit");
  };
  const remove = (row: Row, position: number) => {
    // What stands there next: the way to put it back, or the row behind it.
    focusOn.current = `.row:nth-child(${position + 1}) > button, .add`;
    change(
      rows.filter(({ key }) => key !== row.key),
      "commit",
    );
    announce(words.customFieldRemovedNow(row.name || words.thisField));
  };

  const isTouched = view.isChanged || edits.isPending(field);
  const { markOf, originOf, counts } = compareRows(rows, stored);
  const shown = withRemoved(rows, originOf, isTouched ? Object.keys(stored) : []);
  const putBack = (position: number, name: string) => {
    const value = stored[name];
    if (value === undefined) return;
    const row = rowOf(name, value);
    focusOn.current = `[data-row="${row.key}"] input`;
    change(
      shown.flatMap(({ item }, index) => (index === position ? [row] : item ? [item] : [])),
      "commit",
    );
    announce(words.putBackNow(name));
  };

  // What a row says of its own value is not said of the whole field again.
  const saidByRows = new Set([...rowFaults.values()].map(({ message }) => message));
  const verdict = isTouched ? judge(field, fields).faults.filter((fault) => !saidByRows.has(fault)) : [];
  return (
    <FieldRow
      field={field}
      isChanged={view.isChanged}
      errors={[...verdict, ...faults]}
      note={
        view.isStoredKnown ? (
          view.isChanged && <p>{words.allCustomFields(counts)}</p>
        ) : (
          <p>{words.replacesUnknownFields}</p>
        )
      }
      onRevert={onRevert}
      isGroup
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the column of labels */}
      <div
        class="rows"
        role="group"
        aria-labelledby={`${controlId(field)}-label`}
        aria-describedby={describedBy(field)}
        ref={list}
      >
        {shown.map(({ item: row, removed: gone }, index) =>
          row ? (
            <CustomFieldRow
              key={row.key}
              row={row}
              position={rows.indexOf(row) + 1}
              fault={isTouched || !isAsHeld(row) ? rowFaults.get(row.key) : undefined}
              mark={view.isStoredKnown && row.held ? markOf(row) : "kept"}
              onChange={(next, how) =>
                change(
                  rows.map((one) => (one.key === row.key ? next : one)),
                  how,
                )
              }
              onPause={() => edits.commitTyped(field)}
              onRemove={() => remove(row, index)}
            />
          ) : (
            <RemovedRow key={gone} name={gone} value={stored[gone]} onPutBack={() => putBack(index, gone)} />
          ),
        )}
        <button type="button" class="link add" onClick={add}>
          <Icon name="add" />
          {words.addCustomField}
        </button>
      </div>
    </FieldRow>
  );
}
