import type { JsonObject } from "@raze-contacts/schema";
import { isSame, type Row, rowOf } from "./customFieldRows.ts";

/** The rows after the document changed: rows that it still holds stay as they are, typed text and all. */
export function rowsAfter(fields: JsonObject, rows: readonly Row[]): Row[] {
  const byName = new Map(rows.flatMap((row) => (row.held ? [[row.held.name, row] as const] : [])));
  // Undoing a rename brings another name into the same row.
  const gone = [...byName.values()].filter(({ held }) => held && !Object.hasOwn(fields, held.name));
  const next = Object.entries(fields).map(([name, value]): Row => {
    const row = byName.get(name) ?? gone.shift();
    if (!row) return rowOf(name, value);
    if (row.held?.name === name && isSame(row.held.value, value)) return row;
    return { ...row, ...rowOf(name, value), key: row.key, from: row.from ?? name };
  });
  for (const [position, row] of rows.entries()) {
    if (!row.held) next.splice(Math.min(position, next.length), 0, row);
  }
  return next;
}

/** What a draft's rows do to the stored fields. */
export function compareRows(rows: readonly Row[], stored: JsonObject) {
  const origins = new Map(
    rows.map((row) => [
      row.key,
      [row.held?.name, row.from].find((name) => name !== undefined && Object.hasOwn(stored, name)),
    ]),
  );
  const taken = new Set(origins.values());
  const markOf = ({ key, held }: Row) => {
    const origin = origins.get(key);
    if (origin === undefined) return "added";
    return held?.name === origin && isSame(stored[origin], held.value) ? "kept" : "changed";
  };
  const count = (mark: ReturnType<typeof markOf>) => rows.filter((row) => row.held && markOf(row) === mark).length;
  return {
    markOf,
    originOf: ({ key }: Row) => origins.get(key),
    counts: {
      added: count("added"),
      changed: count("changed"),
      removed: Object.keys(stored).filter((name) => !taken.has(name)).length,
      kept: count("kept"),
    },
  };
}
