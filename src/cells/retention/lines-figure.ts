import type { Pick } from "../../schema/pick.ts";
import type { Table } from "../../schema/table.ts";
import { drawn } from "../../figures/drawn.ts";
import type { CohortCell } from "./cells-figure.ts";
import type { Reading } from "./reading-figure.ts";

/** One line: a group's average, or the same of those cohorts alone that are old enough for every period. */
export interface AverageLine {
  name: string;
  group: string | null;
  table: "average" | "same_cohort";
  cells: readonly CohortCell[];
}

/** More lines than this cannot be told apart. */
export const mostLines = 6;

const visible = 0.0005;

/** Whether two lines differ by so much that it can be seen. */
export function differs(a: readonly CohortCell[], b: readonly CohortCell[]): boolean {
  const rates = new Map(a.map((cell) => [cell.period, cell.rate]));
  return b.some((cell) => cell.rate !== null && Math.abs((rates.get(cell.period) ?? Number.POSITIVE_INFINITY) - cell.rate) >= visible);
}

/** The lines with only the cells that have a value, and only where there are any. */
export function withValues(lines: readonly AverageLine[], reading: Reading): AverageLine[] {
  const full = lines.map((line) => ({ ...line, cells: line.cells.filter((cell) => reading.of(cell) !== null) }));
  return full.filter((line) => line.cells.length > 0);
}

/** The rows behind lines, in drawing order: the table twin. */
export function lineTable(lines: readonly AverageLine[], reading: Reading): Table {
  const rows = lines.flatMap(({ name, cells }) => cells.map((cell) => ({ cell, name, estimate: reading.of(cell)! })));
  const role = reading.column === "rate" ? "rate" : "value";
  return drawn("group", [
    { name: "line", type: "text", role: "dimension", values: rows.map(({ name }) => name) },
    { name: "period", type: "integer", role: "dimension", values: rows.map(({ cell }) => cell.period) },
    { name: "eligible", type: "integer", role: "count", values: rows.map(({ cell }) => cell.eligible) },
    { name: "active", type: "integer", role: "count", values: rows.map(({ cell }) => cell.active) },
    { name: reading.column, type: "number", role, values: rows.map(({ estimate }) => estimate.value) },
    { name: `${reading.column}_lower`, type: "number", role: "lower", values: rows.map(({ estimate }) => estimate.lower) },
    { name: `${reading.column}_upper`, type: "number", role: "upper", values: rows.map(({ estimate }) => estimate.upper) },
    { name: "customers", type: "integer", role: "customers", values: rows.map(({ cell }) => cell.active) },
  ]);
}

/** The key of a drawn row in the table it comes from, or null beyond the last. */
export function linePick(lines: readonly AverageLine[], row: number): Pick | null {
  let first = 0;
  for (const { table, group, cells } of lines) {
    const cell = cells[row - first];
    if (cell !== undefined) return { table, row: { period: cell.period, ...(group === null ? {} : { group }) } };
    first += cells.length;
  }
  return null;
}
