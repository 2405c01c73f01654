import type { JsonValue } from "@raze-contacts/schema";
import type * as words from "../words.ts";

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

/** How a value is entered: the type and its text. */
function entered(value: JsonValue): Pick<Row, "type" | "text"> {
  if (typeof value === "string") return { type: "text", text: value };
  const text = JSON.stringify(value);
  if (typeof value === "number") return { type: "number", text };
  return { type: typeof value === "boolean" ? "yes_no" : "json", text };
}

/** A row for a name and its value. */
export const rowOf = (name: string, value: JsonValue): Row => ({
  key: nextKey(),
  name,
  ...entered(value),
  held: { name, value },
  from: name,
});

/** True for a row that says letter by letter what the draft holds. */
export const isAsHeld = ({ name, type, text, held }: Row): boolean =>
  name === held?.name && isSame({ type, text }, entered(held.value));

/** True for values that are the same JSON. */
export const isSame = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
