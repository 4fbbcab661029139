import type { DataTable } from "../../data/data-table.ts";
import type { Condition } from "../../schema/conditions.ts";
import { UserError } from "../../schema/errors.ts";
import { columnOf } from "../../schema/table.ts";
import { unknownColumn } from "../unknown-column.ts";
import { columnMask } from "./column-mask.ts";
import { conditionMask } from "./condition-mask.ts";

/**
 * Which rows of a table meet all conditions.
 *
 * @param name The table's, for messages.
 * @param timezone IANA name, for times.
 * @returns 1 or 0 per row of the table.
 * @throws {UserError} If a column is unknown, a comparison does not suit it, or a condition is on customers rather than rows.
 */
export function rowMask(table: DataTable, conditions: readonly Condition[], name: string, timezone: string): Uint8Array {
  const stored = table.columns[0]?.values.length ?? 0;
  const mask = conditionMask(conditions, stored, (condition) => {
    if (!("column" in condition))
      throw new UserError(
        `Rows of "${name}" cannot be chosen by the customers of "${condition.in.cell}".`,
        "Use this condition in a cell that reads the journey.",
      );
    const column = columnOf(table, condition.column);
    if (column === undefined)
      throw unknownColumn(
        condition.column,
        `"${name}"`,
        table.columns.map((known) => known.name),
      );
    return columnMask(column, stored, condition, timezone);
  });
  const { selection } = table;
  if (selection === undefined) return mask;
  return Uint8Array.from({ length: table.rows }, (_, row) => mask[selection[row]!]!);
}
