import type { Column, ColumnType } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { isPresent, missingCount } from "../../schema/missing.ts";
import { columnOf } from "../../schema/table.ts";
import type { DataTable } from "../data-table.ts";

/** A table and where it comes from. */
export interface NamedTable {
  name: string;
  table: DataTable;
}

/** A column that not all tables have: missing in the rows of those that lack it. */
export interface Drift {
  column: string;
  lacking: string[];
}

/**
 * Tables of the same columns as one, in order; columns are matched by name, dictionaries are unified.
 *
 * @param parts At least one, without selections.
 * @throws {UserError} If a column is of different types or units that do not go together, or two tables have no column in common.
 */
export function appendTables(parts: readonly NamedTable[]): { table: DataTable; drift: Drift[] } {
  const [first, ...others] = parts;
  if (others.length === 0) return { table: first!.table, drift: [] };
  for (const other of others) {
    if (!other.table.columns.some(({ name }) => columnOf(first!.table, name) !== undefined)) throw unrelated(first!, other);
  }
  const names = [...new Set(parts.flatMap(({ table }) => table.columns.map(({ name }) => name)))];
  const rows = parts.reduce((sum, { table }) => sum + table.rows, 0);
  const drift = names.flatMap((column) => {
    const lacking = parts.filter(({ table }) => columnOf(table, column) === undefined).map(({ name }) => name);
    return lacking.length === 0 ? [] : [{ column, lacking }];
  });
  return { table: { rows, unit: first!.table.unit, columns: names.map((name) => appended(name, parts, rows)) }, drift };
}

function unrelated(first: NamedTable, other: NamedTable): UserError {
  const names = ({ table }: NamedTable) => table.columns.map(({ name }) => `"${name}"`).join(", ");
  return new UserError(
    `"${first.name}" and "${other.name}" have no column in common: ${names(first)} against ${names(other)}.`,
    "Give each its own source cell, or choose files with the same columns.",
  );
}

/** The type that holds the values of all parts; a part with no value at all has no say. */
function commonType(name: string, parts: readonly NamedTable[]): ColumnType {
  let type: ColumnType | null = null;
  let from = "";
  for (const part of parts) {
    const column = columnOf(part.table, name);
    if (column === undefined || missingCount(column, part.table.rows) === part.table.rows) continue;
    if (type === null || type === column.type) {
      type = column.type;
      from ||= part.name;
    } else if ((type === "integer" && column.type === "number") || (type === "number" && column.type === "integer")) type = "number";
    else {
      const fix = { label: `Read "${name}" as text`, params: { types: { [name]: "text" } } };
      throw new UserError(
        `The column "${name}" is ${type} in "${from}" and ${column.type} in "${part.name}".`,
        `Choose one type for "${name}" under Reading, such as text.`,
        { param: "types", fixes: [fix] },
      );
    }
  }
  return type ?? "text";
}

/** The unit of a column in the parts that say one. */
function commonUnit(name: string, parts: readonly NamedTable[]): string | undefined {
  const units = parts.flatMap((part) => {
    const unit = columnOf(part.table, name)?.unit;
    return unit === undefined ? [] : [{ unit, from: part.name }];
  });
  const other = units.find(({ unit }) => unit !== units[0]!.unit);
  if (other === undefined) return units[0]?.unit;
  throw new UserError(
    `The column "${name}" is in ${units[0]!.unit} in "${units[0]!.from}" and in ${other.unit} in "${other.from}".`,
    "Give each its own source cell, and convert one of them in a table.",
  );
}

function appended(name: string, parts: readonly NamedTable[], rows: number): Column {
  const type = commonType(name, parts);
  const unit = commonUnit(name, parts);
  const columns = parts.map(({ table }) => columnOf(table, name));
  const small = type === "integer" && columns.every((column) => column === undefined || column.values instanceof Int32Array);
  const values = type === "text" || small ? new Int32Array(rows) : type === "boolean" ? new Uint8Array(rows) : new Float64Array(rows);
  const nothing = type === "text" ? -1 : NaN;
  const dictionary: string[] = [];
  const codes = new Map<string, number>();
  const valid = new Uint8Array((rows + 7) >> 3);
  let missing = 0;
  let at = 0;
  for (const [index, { table }] of parts.entries()) {
    const column = columns[index];
    const present = column !== undefined && column.type !== type && missingCount(column, table.rows) === table.rows ? undefined : column;
    const recoded = type === "text" && present !== undefined ? recode(present.dictionary!, dictionary, codes) : null;
    for (let row = 0; row < table.rows; row++, at++) {
      if (present === undefined || !isPresent(present, row)) {
        values[at] = nothing;
        missing++;
        continue;
      }
      const value = present.values[row]!;
      values[at] = recoded === null ? value : recoded[value]!;
      valid[at >> 3]! |= 1 << (at & 7);
    }
  }
  return { name, type, values, ...(unit !== undefined && { unit }), ...(type === "text" && { dictionary }), ...(missing > 0 && { valid }) };
}

function recode(texts: readonly string[], dictionary: string[], codes: Map<string, number>): Int32Array {
  return Int32Array.from(texts, (text) => {
    let code = codes.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      codes.set(text, code);
    }
    return code;
  });
}
