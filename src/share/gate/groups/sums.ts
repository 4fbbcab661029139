import type { Sum } from "../../../analysis/privacy/suppress.ts";
import type { Column } from "../../../schema/column.ts";
import { columnOf } from "../../../schema/table.ts";
import { keyOf, numbersOf, rowsBy, type GroupTable } from "./group-table.ts";

/** A table with the place of its first row among all counts. */
export interface Placed extends GroupTable {
  first: number;
}

/** Which columns a table's totals are by: none, each alone, and all but one. */
function marginsOf(dimensions: readonly Column[]): Column[][] {
  const margins: Column[][] = [[]];
  if (dimensions.length > 1) {
    for (const left of dimensions) margins.push(dimensions.filter((column) => column !== left));
    if (dimensions.length > 2) for (const alone of dimensions) margins.push([alone]);
  }
  return margins;
}

/**
 * The sums within a table: every total along its dimensions, which is taken to be known, for another cell, a report or a memory may tell
 * it; and a row that is the total of others.
 */
export function sumsWithin({ first, table, dimensions, customers }: Placed): Sum[] {
  return marginsOf(dimensions).flatMap((margin) =>
    [...rowsBy(margin, table.rows).values()].flatMap((rows): Sum[] => {
      if (rows.length < 2) return [];
      const parts = rows.map((row) => first + row);
      const whole = rows.reduce((sum, row) => sum + customers[row]!, 0);
      const totals = rows.length < 3 ? [] : rows.filter((row) => whole > 0 && whole === 2 * customers[row]!);
      return [{ total: -1, parts }, ...totals.map((total) => ({ total: first + total, parts: parts.filter((part) => part !== first + total) }))];
    }),
  );
}

/** The numbers two tables could agree in: the customers, and counts and values of one name. */
function sharedMeasures(whole: Placed, fine: Placed): [readonly number[], readonly number[]][] {
  const named = whole.table.columns.flatMap((column): [readonly number[], readonly number[]][] => {
    const other = columnOf(fine.table, column.name);
    const adds = (role: Column["role"]) => role === "count" || role === "value";
    if (other === undefined || !adds(column.role) || !adds(other.role) || column.type === "text" || other.type === "text") return [];
    return [[numbersOf(column, whole.table.rows), numbersOf(other, fine.table.rows)]];
  });
  return [[whole.customers, fine.customers], ...named];
}

/**
 * The sums between two tables: each row of one that is the sum of rows of the other which has its dimensions and perhaps more, over all such
 * rows or over those that a flag marks. That they agree in the numbers is enough: a reader sees as much.
 */
export function sumsBetween(whole: Placed, fine: Placed): Sum[] {
  const shared = whole.dimensions.map((column) => fine.keys.find(({ name }) => name === column.name));
  if (shared.includes(undefined)) return [];
  const rows = rowsBy(shared as Column[], fine.table.rows);
  const flags = fine.table.columns.filter(({ type }) => type === "boolean");
  const measures = sharedMeasures(whole, fine);
  return Array.from({ length: whole.table.rows }, (_, row) => row).flatMap((row): Sum[] => {
    const all = rows.get(JSON.stringify(whole.dimensions.map((column) => keyOf(column, row))));
    if (all === undefined) return [];
    const choices = [all, ...flags.map((flag) => all.filter((other) => flag.values[other] === 1))].filter((choice) => choice.length > 0);
    const fitting = choices.find((choice) =>
      measures.some(([totals, parts]) => {
        const total = totals[row]!;
        const sum = choice.reduce((added, other) => added + parts[other]!, 0);
        return total !== 0 && Math.abs(sum - total) <= 1e-9 * Math.abs(total);
      }),
    );
    return fitting === undefined ? [] : [{ total: whole.first + row, parts: fitting.map((other) => fine.first + other) }];
  });
}
