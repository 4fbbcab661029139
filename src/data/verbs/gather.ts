import { allPresent, isPresent, setMissing } from "../../schema/missing.ts";
import type { Column } from "../../schema/column.ts";

/**
 * A column's values at some rows of its buffer, in their order, as a new column with the same dictionary.
 *
 * @param rows Rows of the buffer; −1 gives a missing value.
 */
export function gather(column: Column, rows: Uint32Array | Int32Array): Column {
  const { values, type } = column;
  const result = new (values.constructor as new (length: number) => typeof values)(rows.length);
  const valid = allPresent(rows.length);
  const absent = type === "text" ? -1 : type === "boolean" || !(values instanceof Float64Array) ? 0 : Number.NaN;
  let missing = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (row >= 0 && isPresent(column, row)) result[index] = values[row]!;
    else {
      result[index] = absent;
      setMissing(valid, index);
      missing += 1;
    }
  }
  const { valid: _before, ...rest } = column;
  return { ...rest, values: result, ...(missing === 0 ? {} : { valid }) };
}
