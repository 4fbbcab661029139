import { quantile } from "../../analysis/quantile.ts";

/** How values of a group become one. */
export type Aggregate = "count" | "sum" | "mean" | "median" | "min" | "max" | "distinct";

/** The rows of each group, one group behind the other. */
export interface Grouped {
  /** Group `g` has the rows `rows[starts[g]]` to `rows[starts[g + 1] − 1]`. */
  starts: Uint32Array;
  rows: Uint32Array;
}

/** Sorts rows by their group (a counting sort); rows of group −1 are left out. */
export function byGroup(groups: Int32Array, count: number): Grouped {
  const starts = new Uint32Array(count + 1);
  for (const group of groups) if (group >= 0) starts[group + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[count]!);
  groups.forEach((group, row) => {
    if (group >= 0) rows[next[group]!++] = row;
  });
  return { starts, rows };
}

/** The sorted values of one group. */
export function sortedValues(values: Float64Array, { starts, rows }: Grouped, group: number): Float64Array {
  const found = new Float64Array(starts[group + 1]! - starts[group]!);
  for (let place = 0; place < found.length; place++) found[place] = values[rows[starts[group]! + place]!]!;
  return found.sort();
}

function distinctOf(sorted: Float64Array): number {
  let count = 0;
  for (let place = 0; place < sorted.length; place++) if (place === 0 || sorted[place] !== sorted[place - 1]) count++;
  return count;
}

const ofSorted = {
  median: (sorted: Float64Array) => quantile(sorted, 0.5),
  distinct: distinctOf,
  min: (sorted: Float64Array) => sorted[0]!,
  max: (sorted: Float64Array) => sorted.at(-1)!,
  // Sorted values are added in one order, whatever the order of the rows.
  sum: (sorted: Float64Array) => sorted.reduce((sum, value) => sum + value, 0),
  mean: (sorted: Float64Array) => sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
};

/**
 * One value for each group; NaN of a group without rows, 0 where it is counted or summed.
 *
 * @param values By row; all present for the rows that are in a group.
 */
export function aggregated(how: Aggregate, values: Float64Array | null, grouped: Grouped): Float64Array {
  const { starts } = grouped;
  const result = new Float64Array(starts.length - 1);
  const fromZero = how === "count" || how === "sum" || how === "distinct";
  for (let group = 0; group < result.length; group++) {
    const size = starts[group + 1]! - starts[group]!;
    if (how === "count" || values === null) result[group] = size;
    else if (size === 0) result[group] = fromZero ? 0 : Number.NaN;
    else result[group] = ofSorted[how](sortedValues(values, grouped, group));
  }
  return result;
}
