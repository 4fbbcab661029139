import type { GroupedRows } from "../formula/aggregate.ts";
import { groupCodes } from "./group-codes.ts";
import { bufferLength, type WorkingTable } from "./working-table.ts";

/** The rows of a table as formulas see them: with groups only where an aggregate asks for them. */
export function formulaRows({ table, groupedBy }: WorkingTable, aggregate: boolean): GroupedRows {
  const length = bufferLength(table);
  const { selection } = table;
  if (!aggregate || groupedBy.length === 0) return { length, selection, groupCount: 1 };
  const { codes, count } = groupCodes(table, groupedBy);
  return { length, selection, groups: codes, groupCount: count };
}
