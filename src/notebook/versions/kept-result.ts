import type { CellResult } from "../../schema/result.ts";

/** The longest table that is kept, in rows. */
export const mostRows = 300;

/**
 * Of a result, what a version keeps: facts, warnings, counts, and short tables of groups. Tables of customers and events, comments and ids
 * are left out.
 */
export function keptResult({ tables, facts, warnings, n, counts, excluded, window }: CellResult): CellResult {
  const kept = Object.entries(tables).flatMap(([name, table]) => {
    if (table.unit !== "group" || table.rows > mostRows || table.truncatedFrom !== undefined) return [];
    const columns = table.columns.filter(({ role }) => role !== "customer" && role !== "verbatim");
    return [[name, { ...table, columns }] as const];
  });
  return {
    tables: Object.fromEntries(kept),
    facts,
    warnings: warnings.map(({ fixes: _fixes, ...warning }) => warning),
    n,
    ...(counts === undefined ? {} : { counts }),
    excluded,
    ...(window === undefined ? {} : { window }),
  };
}
