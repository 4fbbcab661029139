import type { CellResult } from "../../schema/result.ts";
import { groupTable, keyOf, type GroupTable } from "./groups/group-table.ts";

/** Two cells whose customers are nearly the same, so that their difference tells of the few who are not in both. */
export interface CloseCounts {
  cells: [string, string];
  /** What the two rows are about, in words; empty where it is the cells themselves. */
  about: string;
  /** From 1 to k − 1. */
  difference: number;
}

function rowsOf(source: GroupTable): Map<string, number> {
  const columns = source.keys;
  return new Map(source.customers.map((count, row) => [columns.map((column) => `${column.name} ${keyOf(column, row)}`).join(", "), count]));
}

/**
 * Where two cells are about nearly the same customers: what differs in the second is then known of the few who make the difference. Warns;
 * nothing is taken out, for most such pairs are no subset of each other.
 *
 * Looks at the number each cell is of, and at rows of tables of one name that are about the same. One warning per pair of cells, of the
 * smallest difference.
 *
 * @param k The fewest customers a published group may have.
 * @example closeCounts({}, 10) // []
 */
export function closeCounts(results: Record<string, CellResult>, k: number): CloseCounts[] {
  const cells = Object.entries(results).map(([cell, result]) => {
    const tables = Object.entries(result.tables).flatMap(([name, table]) => (table.unit === "group" ? (groupTable(cell, name, table) ?? []) : []));
    const isOfCustomers = result.counts === undefined && tables.length > 0;
    return { cell, n: isOfCustomers ? result.n : null, tables: tables.map((source) => ({ name: source.name, rows: rowsOf(source) })) };
  });
  return cells.flatMap((one, at) =>
    cells.slice(at + 1).flatMap((other): CloseCounts[] => {
      const found: { about: string; difference: number }[] = [];
      if (one.n !== null && other.n !== null) found.push({ about: "", difference: Math.abs(one.n - other.n) });
      for (const { name, rows } of one.tables) {
        const twin = other.tables.find((table) => table.name === name);
        for (const [about, count] of twin === undefined ? [] : rows) {
          found.push({ about, difference: Math.abs(count - (twin!.rows.get(about) ?? count)) });
        }
      }
      const close = found.filter(({ difference }) => difference > 0 && difference < k);
      const least = close.toSorted((left, right) => left.difference - right.difference)[0];
      return least === undefined ? [] : [{ cells: [one.cell, other.cell], ...least }];
    }),
  );
}
