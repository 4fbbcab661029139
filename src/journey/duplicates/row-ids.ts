import { roleColumns } from "../columns/role-columns.ts";
import { textCodes } from "../columns/text-codes.ts";
import type { MappedLine } from "../mapped.ts";

/** The id of each row of a line's table as a number below `count`, −1 where it has none. */
export interface RowIds {
  codes: Int32Array;
  count: number;
  /** The columns it is taken from. */
  columns: string[];
}

/** The ids of a line's rows: the first of its id columns that is not missing. Null where the line has no column for it. */
export function rowIdsOf({ line, table }: MappedLine): RowIds | null {
  const found = line.id === undefined ? null : roleColumns(line.id, table, line.from);
  if (found === null || "constant" in found) return null;
  const codes = new Int32Array(table.rows).fill(-1);
  let count = 0;
  for (const column of found.columns) {
    const own = textCodes(column);
    for (let row = 0; row < table.rows; row++) {
      const code = own.codes[table.selection === undefined ? row : table.selection[row]!]!;
      if (codes[row]! < 0 && code >= 0) codes[row] = count + code;
    }
    count += own.dictionary.length;
  }
  return { codes, count, columns: found.columns.map(({ name }) => name) };
}
