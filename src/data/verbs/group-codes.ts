import { isPresent } from "../../schema/missing.ts";
import type { Column } from "../../schema/column.ts";
import type { DataTable } from "../data-table.ts";
import { bufferLength } from "./working-table.ts";

/** The groups of a table's rows, numbered in the order in which they first appear. */
export interface Groups {
  count: number;
  /** By row of the buffers. Rows outside the table are in group 0 and do not count. */
  codes: Uint32Array;
  /** One row of the buffers for each group: its first. */
  firstRows: Uint32Array;
}

/** Numbers a column's values from 1 in the order of the rows; 0 is missing, which is a group of its own. */
function numbered(column: Column): (row: number) => number {
  const { values } = column;
  const known = new Map<number, number>();
  return (row) => {
    if (!isPresent(column, row)) return 0;
    const value = values[row]!;
    let code = known.get(value);
    if (code === undefined) known.set(value, (code = known.size + 1));
    return code;
  };
}

/** The groups of a table by some of its columns; without columns all rows are one group. Texts are told apart by their codes. */
export function groupCodes(table: DataTable, by: readonly Column[]): Groups {
  const length = bufferLength(table);
  const { rows, selection } = table;
  let codes = new Uint32Array(length);
  if (by.length === 0) return { count: 1, codes, firstRows: new Uint32Array(1) };
  let first: number[] = [];
  for (const [place, column] of by.entries()) {
    const code = numbered(column);
    const next = new Uint32Array(length);
    const known = new Map<number, number>();
    first = [];
    for (let index = 0; index < rows; index++) {
      const row = selection === undefined ? index : selection[index]!;
      const pair = place === 0 ? code(row) : codes[row]! * 2 ** 31 + code(row);
      let group = known.get(pair);
      if (group === undefined) {
        group = known.size;
        known.set(pair, group);
        first.push(row);
      }
      next[row] = group;
    }
    codes = next;
  }
  return { count: first.length, codes, firstRows: Uint32Array.from(first) };
}
