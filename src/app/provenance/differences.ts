import type { CellResult } from "../../schema/result.ts";
import { scalarAt, type Scalar } from "../../schema/scalar.ts";
import { columnOf, type Table } from "../../schema/table.ts";

/** Gives a table of a result whole, wherever its rows are. */
export type WholeTable = (name: string, head: Table) => Promise<Table>;

/** One result and how its tables are had whole. */
export interface Found {
  result: CellResult;
  whole: WholeTable;
}

/** What two results differ in, in words; and how many values were compared. */
export interface Compared {
  differences: string[];
  values: number;
}

const said = (value: Scalar | null): string => (typeof value === "string" ? `"${value}"` : value === null ? "nothing" : String(value));

/** The first value in which two tables differ. */
function firstDifference(name: string, shown: Table, anew: Table): string | null {
  if (shown.rows !== anew.rows) {
    return `table ${name} has ${shown.rows} rows here and ${anew.rows} computed anew`;
  }
  const names = shown.columns.map((column) => column.name);
  if (names.join("\n") !== anew.columns.map((column) => column.name).join("\n")) return `table ${name} has other columns`;
  for (const column of shown.columns) {
    const other = columnOf(anew, column.name)!;
    for (let row = 0; row < shown.rows; row++) {
      const [here, there] = [scalarAt(column, row), scalarAt(other, row)];
      if (!Object.is(here, there)) return `${column.name} in row ${row + 1} of table ${name} is ${said(here)} here and ${said(there)} computed anew`;
    }
  }
  return null;
}

/** Compares a result with one computed anew, to the last digit. */
export async function compared(shown: Found, anew: Found): Promise<Compared> {
  const differences: string[] = [];
  let values = 0;
  const names = [...new Set([...Object.keys(shown.result.tables), ...Object.keys(anew.result.tables)])];
  for (const name of names) {
    const [here, there] = [shown.result.tables[name], anew.result.tables[name]];
    if (here === undefined || there === undefined) {
      differences.push(`table ${name} is only ${here === undefined ? "in what was computed anew" : "here"}`);
      continue;
    }
    const [left, right] = [await shown.whole(name, here), await anew.whole(name, there)];
    values += left.rows * left.columns.length;
    const difference = firstDifference(name, left, right);
    if (difference !== null) differences.push(difference);
  }
  const words = ({ n, excluded, facts, warnings, window = [0, 0], seed = 0 }: CellResult): string =>
    JSON.stringify([n, Object.entries(excluded), facts, warnings.map(({ text }) => text), window, seed]);
  if (differences.length === 0 && words(shown.result) !== words(anew.result)) differences.push("what it says of its numbers differs");
  return { differences, values };
}
