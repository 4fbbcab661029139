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

function together(cells: CohortCell[]): Pick<PooledCell, "eligible" | "active" | "rate" | "lower" | "upper" | "complete"> {
  const [only] = cells;
  if (cells.length === 1) return { ...only!, rate: only!.rate! };
  // As in the average: complete cells only, customers over customers. Where none is complete, what there is, hatched.
  const complete = cells.filter((cell) => cell.complete);
  const used = complete.length > 0 ? complete : cells;
  const eligible = used.reduce((sum, cell) => sum + cell.eligible, 0);
  const active = used.reduce((sum, cell) => sum + cell.active, 0);
  return { eligible, active, rate: eligible > 0 ? active / eligible : 0, lower: null, upper: null, complete: complete.length > 0 };
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
  const places = new Map<number, CohortCell[]>();
  for (const cell of cells) {
    if (cell.period < from || cell.rate === null) continue;
    const place = lineOf.get(cell.cohort)! * columns.length + Math.floor((cell.period - from) / periodsEach);
    const here = places.get(place);
    if (here === undefined) places.set(place, [cell]);
    else here.push(cell);
  }
  const made = [...places].map(([place, here]): PooledCell => {
    const [line, column] = [Math.floor(place / columns.length), place % columns.length];
    const [first, last] = columns[column]!;
    const { eligible, active, rate, lower, upper, complete } = together(here);
    return { cohort: lines[line]!.first, line, column, first, last, eligible, active, rate, lower, upper, complete };
  });
  return { lines, columns, cells: made.sort((a, b) => a.line - b.line || a.column - b.column), cohortsEach: Math.max(1, cohortsEach), periodsEach };
}
