import type { Column } from "../../../schema/column.ts";
import { isPresent } from "../../../schema/missing.ts";
import { columnOf, type Table } from "../../../schema/table.ts";

/** A table of groups as the gate sees it. */
export interface GroupTable {
  cell: string;
  name: string;
  table: Table;
  /** Customers per row; where it is missing 1, which is too few. */
  customers: readonly number[];
  /** All columns that say what a row is about. */
  keys: readonly Column[];
  /** Those of them that tell its rows apart, without those that the others settle. */
  dimensions: readonly Column[];
}

/** A column's numbers; NaN where one is missing. */
export function numbersOf(column: Column, rows: number): number[] {
  return Array.from({ length: rows }, (_, row) => (isPresent(column, row) ? column.values[row]! : Number.NaN));
}

/** What a row has in a dimension, as text: equal in two tables that share it. */
export function keyOf(column: Column, row: number): string {
  if (!isPresent(column, row)) return "";
  const value = column.values[row]!;
  return column.type === "text" ? (column.dictionary![value] ?? "") : String(value);
}

/** Whether the values of some columns settle that of another, in every row. */
function settles(columns: readonly Column[], other: Column, rows: number): boolean {
  return [...rowsBy(columns, rows).values()].every((alike) => new Set(alike.map((row) => keyOf(other, row))).size === 1);
}

/** The columns without those that the others settle: what a segment is called beside the scores it stands for. */
function independent(columns: readonly Column[], rows: number): Column[] {
  return columns.toReversed().reduce<Column[]>(
    (left, column) => {
      const others = left.filter((other) => other !== column);
      return others.length > 0 && settles(others, column, rows) ? others : left;
    },
    [...columns],
  );
}

/** A table of groups taken apart, or null where it does not say how many customers a row is about. */
export function groupTable(cell: string, name: string, table: Table): GroupTable | null {
  const counted = table.columns.find(({ role }) => role === "customers") ?? columnOf(table, "customers");
  if (counted === undefined || counted.type === "text") return null;
  const customers = numbersOf(counted, table.rows).map((count) => (Number.isNaN(count) ? 1 : count));
  const keys = table.columns.filter(({ role }) => role === "dimension");
  return { cell, name, table, customers, keys, dimensions: independent(keys, table.rows) };
}

/** The rows of a table by what they have in some of its columns, in the table's order. */
export function rowsBy(columns: readonly Column[], rows: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const key = JSON.stringify(columns.map((column) => keyOf(column, row)));
    const own = found.get(key);
    if (own === undefined) found.set(key, [row]);
    else own.push(row);
  }
  return found;
}

/** The rows along one dimension, all else equal; of two or more. */
export function linesAlong({ dimensions, table }: GroupTable, along: Column): number[][] {
  const others = dimensions.filter((column) => column !== along);
  return [...rowsBy(others, table.rows).values()].filter((line) => line.length > 1);
}
