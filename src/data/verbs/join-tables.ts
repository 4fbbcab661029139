import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { scalarAt } from "../../schema/scalar.ts";
import type { JoinVerb } from "../../schema/verbs.ts";
import type { DataTable } from "../data-table.ts";
import { appendTables } from "../read/append-tables.ts";
import { findColumn } from "./find-column.ts";
import { freeName } from "./free-name.ts";
import { gather } from "./gather.ts";
import { joinKeys, type JoinKeys } from "./join-keys.ts";
import { mostRows } from "./most-rows.ts";
import { bufferRows } from "./working-table.ts";

/** The rows of one table by key: those of key `k` are `rows[starts[k]]` up to `rows[starts[k + 1]]`. */
function byKey(codes: Int32Array, count: number): { starts: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const code of codes) if (code >= 0) starts[code + 1]! += 1;
  for (let key = 0; key < count; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[count]!);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) rows[next[codes[row]!]!++] = row;
  return { starts, rows };
}

/** How many rows each key makes, and the key that makes the most. */
function estimate(left: { starts: Uint32Array }, right: { starts: Uint32Array }, count: number): { matches: number; worst: number } {
  let matches = 0;
  let worst = 0;
  let most = -1;
  for (let key = 0; key < count; key++) {
    const pairs = (left.starts[key + 1]! - left.starts[key]!) * (right.starts[key + 1]! - right.starts[key]!);
    matches += pairs;
    if (pairs > most) [most, worst] = [pairs, key];
  }
  return { matches, worst };
}

/** Places of the left and right rows of every row of the result; −1 where a side has none. */
function matched(keys: JoinKeys, right: { starts: Uint32Array; rows: Uint32Array }, how: JoinVerb["how"], size: number): [Int32Array, Int32Array] {
  const leftPlaces = new Int32Array(size);
  const rightPlaces = new Int32Array(size);
  let at = 0;
  const emit = (left: number, other: number) => {
    leftPlaces[at] = left;
    rightPlaces[at] = other;
    at += 1;
  };
  const found = new Uint8Array(keys.count);
  for (let row = 0; row < keys.left.length; row++) {
    const key = keys.left[row]!;
    const [from, to] = key < 0 ? [0, 0] : [right.starts[key]!, right.starts[key + 1]!];
    if (key >= 0) found[key] = 1;
    for (let index = from; index < to; index++) emit(row, right.rows[index]!);
    if (from === to && how !== "inner") emit(row, -1);
  }
  if (how === "full") for (let row = 0; row < keys.right.length; row++) if (keys.right[row]! < 0 || found[keys.right[row]!] === 0) emit(-1, row);
  return [leftPlaces.slice(0, at), rightPlaces.slice(0, at)];
}

const throughRows = (places: Int32Array, rows: Uint32Array) => places.map((place) => (place < 0 ? -1 : rows[place]!));

/** A key column of a full join: the left's value, and the right's where there is no left row. */
function eitherKey(left: Column, right: Column, leftRows: Int32Array, rightRows: Int32Array): Column {
  const below = left.values.length;
  const rows = leftRows.map((row, index) => (row >= 0 ? row : below + rightRows[index]!));
  const part = (name: string, column: Column) => ({
    name,
    table: { rows: column.values.length, unit: "event" as const, columns: [{ ...column, name: left.name }] },
  });
  const [both] = appendTables([part("here", left), part("there", right)]).table.columns;
  return gather(both!, rows);
}

/**
 * Two tables side by side where keys are equal. Missing keys match nothing. The right table's key columns are left out; other columns with a
 * name that is taken get the suffix _2.
 *
 * @throws {UserError} If the result would have more than 20 million rows, before any of it is made.
 */
export function joinTables(left: DataTable, right: DataTable, verb: JoinVerb): DataTable {
  const names = Array.isArray(verb.on) ? verb.on.map((name): [string, string] => [name, name]) : Object.entries(verb.on);
  const pairs = names.map(([a, b]): [Column, Column] => [findColumn(left.columns, a), findColumn(right.columns, b)]);
  const [leftRows, rightRows] = [bufferRows(left), bufferRows(right)];
  const keys = joinKeys(pairs, leftRows, rightRows);
  const rightByKey = byKey(keys.right, keys.count);
  if (verb.how === "semi" || verb.how === "anti") {
    const wanted = verb.how === "semi";
    const matches = (key: number) => key >= 0 && rightByKey.starts[key]! < rightByKey.starts[key + 1]!;
    const selection = leftRows.filter((_, row) => matches(keys.left[row]!) === wanted);
    return { ...left, rows: selection.length, selection };
  }
  const leftByKey = byKey(keys.left, keys.count);
  const { matches, worst } = estimate(leftByKey, rightByKey, keys.count);
  if (matches > mostRows) {
    const row = leftRows[leftByKey.rows[leftByKey.starts[worst]!]!]!;
    const value = pairs.map(([column]) => `${column.name} ${JSON.stringify(scalarAt(column, row))}`).join(", ");
    const count = (from: Uint32Array) => (from[worst + 1]! - from[worst]!).toLocaleString("en-US");
    throw new UserError(
      `The join would make ${matches.toLocaleString("en-US")} rows; ${value} alone is in ${count(leftByKey.starts)} rows here and ${count(rightByKey.starts)} rows there.`,
      "Join by more columns, or bring the other table to one row for each key first, with groupby and rollup.",
    );
  }
  const [leftPlaces, rightPlaces] = matched(keys, rightByKey, verb.how, matches + leftRows.length + rightRows.length);
  const [fromLeft, fromRight] = [throughRows(leftPlaces, leftRows), throughRows(rightPlaces, rightRows)];
  const columns = left.columns.map((column) => {
    const pair = verb.how === "full" ? pairs.find(([key]) => key === column) : undefined;
    return pair === undefined ? gather(column, fromLeft) : eitherKey(column, pair[1], fromLeft, fromRight);
  });
  const taken = new Set(columns.map((column) => column.name));
  for (const column of right.columns) {
    if (pairs.some(([, key]) => key === column)) continue;
    const name = freeName(column.name, taken);
    taken.add(name);
    columns.push({ ...gather(column, fromRight), name });
  }
  return { rows: fromLeft.length, unit: left.unit, columns };
}
