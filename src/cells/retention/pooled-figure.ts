import type { CohortCell } from "./cells-figure.ts";

/** One drawn cell: a cohort in a period, or several neighbouring ones taken together. */
export interface PooledCell {
  /** The first cohort in it. */
  cohort: string;
  /** Places of the drawn line and column, from 0. */
  line: number;
  column: number;
  /** The first and last period in it. */
  first: number;
  last: number;
  eligible: number;
  active: number;
  rate: number;
  lower: number | null;
  upper: number | null;
  complete: boolean;
}

/** A drawn line: its first and last cohort, and how many customers they have. */
export interface PooledLine {
  first: string;
  last: string;
  size: number;
}

/** Cohorts and periods as they are drawn. */
export interface Pooled {
  lines: PooledLine[];
  /** The first and last period of each column. */
  columns: [number, number][];
  cells: PooledCell[];
  /** How many cohorts and periods stand in one drawn cell; 1 and 1 where nothing was taken together. */
  cohortsEach: number;
  periodsEach: number;
}

/** More lines or columns than this cannot be told apart. */
export const mostPlaces = 60;

/** Neighbouring cells as they are added up: all of them, and the complete ones. */
interface Sum {
  only: CohortCell;
  cells: number;
  complete: number;
  eligible: number;
  active: number;
  completeEligible: number;
  completeActive: number;
}

function add(sum: Sum, { eligible, active, complete }: CohortCell): void {
  sum.cells++;
  sum.eligible += eligible;
  sum.active += active;
  if (!complete) return;
  sum.complete++;
  sum.completeEligible += eligible;
  sum.completeActive += active;
}

/** As in the average: complete cells only, customers over customers. Where none is complete, what there is. */
function together(sum: Sum): Pick<PooledCell, "eligible" | "active" | "rate" | "lower" | "upper" | "complete"> {
  const { eligible, active, rate, lower, upper, complete } = sum.only;
  if (sum.cells === 1) return { eligible, active, rate: rate!, lower, upper, complete };
  const used = sum.complete > 0 ? { eligible: sum.completeEligible, active: sum.completeActive } : { eligible: sum.eligible, active: sum.active };
  return { ...used, rate: used.active / used.eligible, lower: null, upper: null, complete: sum.complete > 0 };
}

/**
 * The cells of one group in lines and columns; where there are too many to tell apart, neighbours are taken together.
 *
 * Cells that were taken together have no interval, since the same customers stand in several of them.
 *
 * @param from The first period drawn.
 * @param most How many lines and columns there may be.
 */
export function pooled(cells: readonly CohortCell[], from: number, most = mostPlaces): Pooled {
  const cohorts = [...new Set(cells.map((cell) => cell.cohort))].sort();
  const last = cells.reduce((most, cell) => Math.max(most, cell.period), from - 1);
  const cohortsEach = Math.ceil(cohorts.length / most);
  const periodsEach = Math.ceil((last - from + 1) / most) || 1;
  const lineOf = new Map(cohorts.map((cohort, index) => [cohort, Math.floor(index / Math.max(1, cohortsEach))]));
  const sizes = new Map(cells.map((cell) => [cell.cohort, cell.size]));
  const lines: PooledLine[] = [];
  for (const cohort of cohorts) {
    const line = (lines[lineOf.get(cohort)!] ??= { first: cohort, last: cohort, size: 0 });
    line.last = cohort;
    line.size += sizes.get(cohort)!;
  }
  const columns = Array.from({ length: Math.max(0, Math.ceil((last - from + 1) / periodsEach)) }, (_, column): [number, number] => {
    const first = from + column * periodsEach;
    return [first, Math.min(last, first + periodsEach - 1)];
  });
  const places = new Map<number, Sum>();
  for (const cell of cells) {
    if (cell.period < from || cell.rate === null || cell.eligible === 0) continue;
    const place = lineOf.get(cell.cohort)! * columns.length + Math.floor((cell.period - from) / periodsEach);
    let sum = places.get(place);
    if (sum === undefined)
      places.set(place, (sum = { only: cell, cells: 0, complete: 0, eligible: 0, active: 0, completeEligible: 0, completeActive: 0 }));
    add(sum, cell);
  }
  const made = [...places].map(([place, sum]): PooledCell => {
    const [line, column] = [Math.floor(place / columns.length), place % columns.length];
    const [first, last] = columns[column]!;
    const { eligible, active, rate, lower, upper, complete } = together(sum);
    return { cohort: lines[line]!.first, line, column, first, last, eligible, active, rate, lower, upper, complete };
  });
  return { lines, columns, cells: made.sort((a, b) => a.line - b.line || a.column - b.column), cohortsEach: Math.max(1, cohortsEach), periodsEach };
}
