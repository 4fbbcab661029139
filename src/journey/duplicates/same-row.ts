import type { DataTable } from "../../data/data-table.ts";
import type { Column } from "../../schema/column.ts";
import { isPresent } from "../../schema/missing.ts";

/** Whether two rows of a table are the same in some columns; what is missing in both is the same. */
export type SameRow = (one: number, other: number) => boolean;

function sameIn({ valid, values }: Column, one: number, other: number): boolean {
  const [left, right] = [values[one]!, values[other]!];
  return valid === undefined || left !== right
    ? left === right || (Number.isNaN(left) && Number.isNaN(right))
    : ((valid[one >> 3]! >> (one & 7)) & 1) === ((valid[other >> 3]! >> (other & 7)) & 1);
}

/** Compares rows of a table. @param without Columns that may differ, by name; with `times`, any that hold times. */
export function sameRow({ columns, selection }: DataTable, without: readonly string[] = [], times = true): SameRow {
  const compared = columns.filter(({ name, type }) => !without.includes(name) && (times || type !== "time"));
  const place = (row: number) => (selection === undefined ? row : selection[row]!);
  return (one, other) => {
    const [left, right] = [place(one), place(other)];
    for (let column = 0; column < compared.length; column++) if (!sameIn(compared[column]!, left, right)) return false;
    return true;
  };
}

/** A number for each row of a table that equal rows share; others seldom do. */
export function rowHash({ columns, selection }: DataTable): (row: number) => number {
  const number = new Float64Array(1);
  const halves = new Int32Array(number.buffer);
  return (row) => {
    const place = selection === undefined ? row : selection[row]!;
    let hash = 17;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at]!;
      // Adding 0 makes one zero of two.
      number[0] = column.valid === undefined || isPresent(column, place) ? column.values[place]! + 0 : -1;
      hash = Math.imul(hash ^ halves[0]!, 0x9e3779b1) ^ (hash >>> 13);
      hash = Math.imul(hash ^ halves[1]!, 0x85ebca6b) ^ (hash >>> 16);
    }
    return hash;
  };
}
