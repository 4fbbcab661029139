import type { DataTable } from "../../data/data-table.ts";
import { Hash } from "../hash.ts";
import { isDataTable, type Kept } from "./store.ts";

function add(hash: Hash, { rows, unit, columns, selection }: DataTable): void {
  hash.words([rows, columns.length]);
  for (const { values, valid, dictionary, ...about } of columns) {
    hash.text(JSON.stringify(about)).bytes(values);
    if (valid !== undefined) hash.text("valid").bytes(valid);
    if (dictionary === undefined) continue;
    hash.words([dictionary.length]).texts(dictionary);
  }
  hash.text(unit);
  if (selection !== undefined) hash.bytes(selection);
}

/**
 * The hash of all that cells can read of an output whose value is a table: equal outputs give equal text, so that what was computed from one
 * holds for the other.
 */
export function contentOf({ value, tables }: Kept): string {
  const hash = new Hash();
  if (isDataTable(value)) add(hash, value);
  for (const [name, table] of Object.entries(tables)) add(hash.text(name), table);
  return hash.digest();
}
