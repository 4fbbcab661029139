import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { allPresent, isPresent, setMissing } from "../../schema/missing.ts";
import type { WindowColumn, WindowVerb } from "../../schema/verbs.ts";
import { findColumn } from "./find-column.ts";
import { gather } from "./gather.ts";
import { groupCodes } from "./group-codes.ts";
import { orderRows, type SortKey } from "./order-rows.ts";
import { putColumn } from "./put-column.ts";
import { bufferLength, bufferRows, type WorkingTable } from "./working-table.ts";

/** Rows of the buffers in their order, and the group of each. */
interface Ordered {
  rows: Uint32Array;
  groups: Uint32Array;
  count: number;
  length: number;
  keys: readonly SortKey[];
}

/** The row so many places before each in its group, or behind it; −1 where there is none. */
function neighbours({ rows, groups, count, length }: Ordered, by: number, isBefore: boolean): Int32Array {
  const found = new Int32Array(length).fill(-1);
  const places = new Uint32Array(count + 1);
  for (const row of rows) places[groups[row]! + 1]!++;
  for (let group = 0; group < count; group++) places[group + 1]! += places[group]!;
  const next = places.slice();
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) sorted[next[groups[row]!]!++] = row;
  for (let place = 0; place < sorted.length; place++) {
    const group = groups[sorted[place]!]!;
    const other = isBefore ? place - by : place + by;
    if (other >= places[group]! && other < places[group + 1]!) found[sorted[place]!] = sorted[other]!;
  }
  return found;
}

function isSame(keys: readonly SortKey[], a: number, b: number): boolean {
  return keys.every(({ column }) => {
    const has = isPresent(column, a);
    return has === isPresent(column, b) && (!has || column.values[a] === column.values[b]);
  });
}

function numbered({ rows, groups, count, length, keys }: Ordered, isRank: boolean): Int32Array {
  const values = new Int32Array(length);
  const seen = new Uint32Array(count);
  const last = new Int32Array(count).fill(-1);
  for (const row of rows) {
    const group = groups[row]!;
    const place = ++seen[group]!;
    values[row] = isRank && last[group]! >= 0 && isSame(keys, last[group]!, row) ? values[last[group]!]! : place;
    last[group] = row;
  }
  return values;
}

function cumulative({ rows, groups, count, length }: Ordered, column: Column, isMean: boolean): Column["values"] {
  const values = new Float64Array(length).fill(Number.NaN);
  const sums = new Float64Array(count);
  const seen = new Float64Array(count);
  for (const row of rows) {
    const group = groups[row]!;
    if (isPresent(column, row)) {
      sums[group]! += column.values[row]!;
      seen[group]!++;
    }
    values[row] = isMean ? sums[group]! / seen[group]! : sums[group]!;
  }
  return values;
}

function made(name: string, { is, of, by }: WindowColumn, ordered: Ordered, columns: readonly Column[]): Column {
  if (is === "row_number" || is === "rank") return { name, type: "integer", values: numbered(ordered, is === "rank") };
  const column = findColumn(columns, of ?? "");
  if (is === "lag" || is === "lead") return { ...gather(column, neighbours(ordered, by ?? 1, is === "lag")), name };
  if (column.type !== "number" && column.type !== "integer")
    throw new UserError(`"${column.name}" is ${column.type}, and only numbers can be added up.`, "Choose a column of numbers.");
  const values = cumulative(ordered, column, is === "cumulative_mean");
  const valid = allPresent(values.length);
  let missing = 0;
  values.forEach((value, row) => {
    if (value === value) return;
    setMissing(valid, row);
    missing++;
  });
  const unit = column.unit === undefined ? {} : { unit: column.unit };
  return { name, type: "number", values, ...unit, ...(missing === 0 ? {} : { valid }) };
}

/**
 * Adds columns that tell each row of the rows around it: its number or rank, the value before or behind it, sums and means so far.
 *
 * The order is only for the columns: rows stay in theirs. Groups are those of a groupby. Missing values add nothing to a sum so far.
 */
export function windowColumns(working: WorkingTable, { orderby, columns: wanted }: WindowVerb): WorkingTable {
  const { table, groupedBy } = working;
  const keys = orderby.map((key) => ({
    column: findColumn(table.columns, typeof key === "string" ? key : key.desc),
    descending: typeof key !== "string",
  }));
  const { codes, count } = groupCodes(table, groupedBy);
  const rows = keys.length === 0 ? bufferRows(table) : orderRows(table, keys);
  const ordered: Ordered = { rows, groups: codes, count, length: bufferLength(table), keys };
  const columns = [...table.columns];
  for (const [name, column] of Object.entries(wanted)) putColumn(columns, made(name, column, ordered, table.columns));
  return { ...working, table: { ...table, columns } };
}
