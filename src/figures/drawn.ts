import type { Column, ColumnRole, ColumnType } from "../schema/column.ts";
import { allPresent, setMissing } from "../schema/missing.ts";
import type { Scalar } from "../schema/scalar.ts";
import type { Table, Unit } from "../schema/table.ts";

/** One column of what a figure draws, as values a person reads; null is missing. */
export interface DrawnColumn {
  name: string;
  type: ColumnType;
  values: readonly Scalar[];
  role?: ColumnRole;
  unit?: string;
  label?: string;
}

function buffers(type: ColumnType, values: readonly Scalar[]): Pick<Column, "values" | "dictionary"> {
  if (type === "text") {
    const dictionary: string[] = [];
    const codes = new Map<string, number>();
    const values32 = Int32Array.from(values, (value) => {
      if (value === null) return -1;
      const text = String(value);
      let code = codes.get(text);
      if (code === undefined) {
        codes.set(text, (code = dictionary.length));
        dictionary.push(text);
      }
      return code;
    });
    return { values: values32, dictionary };
  }
  if (type === "boolean") return { values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)) };
  return { values: Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value))) };
}

/** A column of a drawn table. */
function column({ values, ...about }: DrawnColumn): Column {
  const made: Column = { ...about, ...buffers(about.type, values) };
  if (!values.includes(null)) return made;
  const valid = allPresent(values.length);
  values.forEach((value, row) => value === null && setMissing(valid, row));
  return { ...made, valid };
}

/**
 * The table a figure is drawn from: its table twin and its CSV.
 *
 * @param columns All of the same length.
 */
export function drawn(unit: Unit, columns: readonly DrawnColumn[]): Table {
  return { rows: columns[0]?.values.length ?? 0, unit, columns: columns.map(column) };
}
