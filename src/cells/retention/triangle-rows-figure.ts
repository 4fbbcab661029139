import { colourExtent, type Extent } from "../../figures/colour-step.ts";
import { drawn, type DrawnColumn } from "../../figures/drawn.ts";
import type { Pick } from "../../schema/pick.ts";
import type { Table } from "../../schema/table.ts";
import type { CohortCell } from "./cells-figure.ts";
import type { Pooled } from "./pooled-figure.ts";

/** What a triangle is drawn from: one group's cells, and its average. */
export interface Triangle {
  group: string | null;
  pooled: Pooled;
  average: readonly CohortCell[];
}

/** Whether a drawn cell may stand for several cohorts or periods. */
export const isPooled = ({ pooled }: Triangle): boolean => pooled.cohortsEach * pooled.periodsEach > 1;

/** The range of colours of all triangles that stand together: of the complete cells, where there are any. */
export function rateExtent(triangles: readonly Triangle[]): Extent {
  const cells = triangles.flatMap((triangle) => triangle.pooled.cells);
  const complete = cells.filter((cell) => cell.complete);
  const rates = (complete.length > 0 ? complete : cells).map((cell) => cell.rate);
  return colourExtent(rates, rates.every((rate) => rate < 0.02) ? 0.001 : 0.01);
}

const only = (condition: boolean, column: DrawnColumn): DrawnColumn[] => (condition ? [column] : []);

/** The rows behind triangles, in drawing order: the table twin. */
export function triangleTable(triangles: readonly Triangle[]): Table {
  const rows = triangles.flatMap(({ group, pooled }) => pooled.cells.map((cell) => ({ ...cell, group, size: pooled.lines[cell.line]!.size })));
  const grouped = triangles.some(({ group }) => group !== null);
  return drawn("group", [
    ...only(grouped, { name: "group", type: "text", role: "dimension", values: rows.map((row) => row.group) }),
    { name: "cohort", type: "text", role: "dimension", values: rows.map((row) => row.cohort) },
    { name: "period", type: "integer", role: "dimension", values: rows.map((row) => row.first) },
    ...only(triangles.some(isPooled), { name: "last_period", type: "integer", role: "dimension", values: rows.map((row) => row.last) }),
    { name: "size", type: "integer", role: "count", values: rows.map((row) => row.size) },
    { name: "eligible", type: "integer", role: "count", values: rows.map((row) => row.eligible) },
    { name: "active", type: "integer", role: "count", values: rows.map((row) => row.active) },
    { name: "rate", type: "number", role: "rate", values: rows.map((row) => row.rate) },
    { name: "rate_lower", type: "number", role: "lower", values: rows.map((row) => row.lower) },
    { name: "rate_upper", type: "number", role: "upper", values: rows.map((row) => row.upper) },
    { name: "complete", type: "boolean", values: rows.map((row) => row.complete) },
    { name: "customers", type: "integer", role: "customers", values: rows.map((row) => row.active) },
  ]);
}

/** The key of a drawn row in the main table; null for cells that were taken together. */
export function trianglePick(triangles: readonly Triangle[], row: number): Pick | null {
  let first = 0;
  for (const triangle of triangles) {
    const { group, pooled } = triangle;
    const cell = pooled.cells[row - first];
    if (cell !== undefined)
      return isPooled(triangle) ? null : { table: "main", row: { cohort: cell.cohort, period: cell.first, ...(group === null ? {} : { group }) } };
    first += pooled.cells.length;
  }
  return null;
}
