import type { JsonValue } from "@raze-contacts/schema";
import type * as words from "./words.ts";

/** How the value of a custom field is entered. */
export type RowType = keyof typeof words.rowTypes;
/** A custom field as it stands in the form, valid or not. */
export type Row = {
  /** The row's identity while it lives in the form. */
  readonly key: number;
  readonly name: string;
  readonly type: RowType;
  readonly text: string;
  /** What the draft holds for this row: its last valid name and value. */
  readonly held?: { readonly name: string; readonly value: JsonValue };
  /** The name that the row came with: a renamed field is not one removed and one added. */
  readonly from?: string;
};
let lastKey = 0;
const nextKey = () => {
  lastKey += 1;
  return lastKey;
};

/** An empty row. */
export const newRow = (): Row => ({ key: nextKey(), name: "", type: "text", text: "" });

/** A row for a name and its value. */
export function rowOf(name: string, value: JsonValue): Row {
  const held = { name, value };
  const entered = (type: RowType, text: string): Row => ({ key: nextKey(), name, type, text, held, from: name });
  if (typeof value === "string") return entered("text", value);
  if (typeof value === "number") return entered("number", String(value));
  if (typeof value === "boolean") return entered("yes_no", String(value));
  return entered("json", JSON.stringify(value));
}

/** True for values that are the same JSON. */
export const isSame = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
