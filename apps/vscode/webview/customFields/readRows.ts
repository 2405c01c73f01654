import { fieldFaults, type JsonObject, type JsonValue } from "@raze-contacts/schema";
import { faultSentence } from "../../src/words/contractWords.ts";
import * as words from "../words.ts";
import type { Row, RowType } from "./customFieldRows.ts";

/** What is wrong with a row, and which of its inputs is to blame. */
export type RowFault = { part: "name" | "value"; message: string };

function parseValue({ type, text }: Row): { value: JsonValue } | { message: string } {
  if (type === "text") return { value: text };
  if (type === "yes_no") return { value: text === "true" };
  if (type === "number") {
    const digits = text.trim();
    const value = Number(digits);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(digits)) return { message: words.rowNumber };
    const [fault] = fieldFaults("custom_fields", { value });
    return fault ? { message: faultSentence(fault) } : { value };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { message: words.rowJson };
  }
}

/** Reads one row; `isTaken` when its name belongs to another one. */
function readRow(row: Row, isTaken: boolean): { value: JsonValue } | RowFault {
  if (row.name.trim() === "" && row.name !== row.held?.name) return { part: "name", message: words.rowNameBlank };
  if (isTaken) return { part: "name", message: words.rowNameTaken(row.name) };
  const parsed = parseValue(row);
  if ("message" in parsed) return { part: "value", ...parsed };
  const [fault] = fieldFaults("custom_fields", { [row.name]: parsed.value });
  if (fault === undefined) return parsed;
  return {
    part: fault.code === "json_proto_key" && fault.path.length === 2 ? "name" : "value",
    message: faultSentence(fault),
  };
}

/** Which row a name belongs to: the one that had it before, else the first. */
function ownersOf(rows: readonly Row[]): Map<string, Row> {
  const owners = new Map<string, Row>();
  for (const row of rows) {
    const owner = owners.get(row.name);
    if (!owner || (owner.held?.name !== row.name && row.held?.name === row.name)) owners.set(row.name, row);
  }
  return owners;
}

/**
 * Reads all rows: the custom fields to send and what is wrong with each row. A row that is wrong keeps in the draft
 * what it last held there: half a word must not wipe a field.
 */
export function readRows(rows: readonly Row[]): { rows: Row[]; fields: JsonObject; faults: Map<number, RowFault> } {
  const faults = new Map<number, RowFault>();
  const owners = ownersOf(rows);
  const read = rows.map((row): Row => {
    const result = readRow(row, owners.get(row.name) !== row);
    if (!("message" in result)) return { ...row, held: { name: row.name, value: result.value } };
    faults.set(row.key, result);
    return row;
  });
  const valid = new Set(read.flatMap(({ key, name }) => (faults.has(key) ? [] : [name])));
  const entries = read.flatMap(({ key, held }) =>
    held === undefined || (faults.has(key) && valid.has(held.name)) ? [] : [[held.name, held.value] as const],
  );
  return { rows: read, fields: Object.fromEntries(entries), faults };
}

/** A row of another type, with its text carried over as far as it can be. */
export function retyped(row: Row, type: RowType): Row {
  const parsed = parseValue(row);
  const value = "value" in parsed ? parsed.value : row.text;
  const plain = typeof value === "string" ? value : JSON.stringify(value);
  if (type === "json") {
    return { ...row, type, text: row.type === "text" || "message" in parsed ? JSON.stringify(row.text) : plain };
  }
  if (type === "yes_no") return { ...row, type, text: String(/^\s*(true|yes|1)\s*$/i.test(plain)) };
  return { ...row, type, text: plain };
}
