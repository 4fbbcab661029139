import { flags, numbers, texts } from "../../figures/read.ts";
import type { Table } from "../../schema/table.ts";

/** One cohort in one period, as the main table has it; the averages have no cohort, and are complete. */
export interface CohortCell {
  cohort: string;
  group: string | null;
  period: number;
  size: number;
  eligible: number;
  active: number;
  rate: number | null;
  lower: number | null;
  upper: number | null;
  complete: boolean;
  revenue: number | null;
  value: number | null;
  valueLower: number | null;
  valueUpper: number | null;
}

/** The rows of a retention table. Rows without a period are left out. */
export function cohortCells(table: Table): CohortCell[] {
  const [cohort, group, complete] = [texts(table, "cohort"), texts(table, "group"), flags(table, "complete")];
  const number = (name: string) => numbers(table, name);
  const [period, size, eligible, active] = [number("period"), number("size"), number("eligible"), number("active")];
  const [rate, lower, upper] = [number("rate"), number("rate_lower"), number("rate_upper")];
  const [revenue, value] = [number("revenue"), number("cumulative_value")];
  const [valueLower, valueUpper] = [number("cumulative_value_lower"), number("cumulative_value_upper")];
  const cells = period.map((period, row) => ({
    cohort: cohort[row] ?? "",
    group: group[row] ?? null,
    period: period ?? Number.NaN,
    size: size[row] ?? 0,
    eligible: eligible[row] ?? 0,
    active: active[row] ?? 0,
    rate: rate[row] ?? null,
    lower: lower[row] ?? null,
    upper: upper[row] ?? null,
    complete: complete[row] ?? true,
    revenue: revenue[row] ?? null,
    value: value[row] ?? null,
    valueLower: valueLower[row] ?? null,
    valueUpper: valueUpper[row] ?? null,
  }));
  return cells.filter((cell) => Number.isFinite(cell.period));
}

/**
 * The first period that says something. Those before it count the very event that made someone a customer, so all are back by definition:
 * their interval has no width.
 */
export function firstPeriod(cells: readonly CohortCell[]): number {
  const telling = cells.filter((cell) => cell.rate !== null && cell.lower !== 1);
  if (telling.length === 0) return cells.some((cell) => cell.lower === 1) ? 1 : 0;
  return telling.reduce((least, cell) => Math.min(least, cell.period), Number.POSITIVE_INFINITY);
}

/** The groups of a breakdown, the largest first; [null] where there is none. */
export function groupsBySize(cells: readonly CohortCell[]): (string | null)[] {
  const sizes = new Map<string | null, Map<string, number>>();
  for (const { group, cohort, size } of cells) {
    const cohorts = sizes.get(group) ?? new Map<string, number>();
    cohorts.set(cohort, Math.max(size, cohorts.get(cohort) ?? 0));
    sizes.set(group, cohorts);
  }
  const total = (group: string | null) => [...sizes.get(group)!.values()].reduce((sum, size) => sum + size, 0);
  return [...sizes.keys()].sort((a, b) => total(b) - total(a) || String(a).localeCompare(String(b)));
}
