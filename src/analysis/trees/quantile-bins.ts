import { quantile } from "../quantile.ts";

/** A feature cut into bins: bin 0 is missing, bin b holds values up to `cuts[b − 1]` and above the cut before it, the last bin all above. */
export interface Binned {
  cuts: Float64Array;
  bins: Uint8Array;
}

const mostValues = 50_000;

/** Cuts between neighbouring values where there are few, else at quantiles. */
function cutsOf(column: Float64Array, rows: Uint32Array, most: number): Float64Array {
  const stride = Math.max(1, Math.ceil(rows.length / mostValues));
  const sample = new Float64Array(Math.ceil(rows.length / stride));
  let count = 0;
  for (let place = 0; place < rows.length; place += stride) {
    const value = column[rows[place]!]!;
    if (!Number.isNaN(value)) sample[count++] = value;
  }
  const sorted = sample.subarray(0, count).sort();
  const distinct = sorted.filter((value, place) => place === 0 || value !== sorted[place - 1]);
  if (distinct.length <= most)
    return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, place) => (distinct[place]! + distinct[place + 1]!) / 2);
  const cuts = Float64Array.from({ length: most - 1 }, (_, place) => quantile(sorted, (place + 1) / most));
  return cuts.filter((cut, place) => place === 0 || cut !== cuts[place - 1]);
}

/**
 * Cuts a feature into at most 255 bins of about equal counts, missing values in a bin of their own.
 *
 * What differs within a bin the trees cannot see.
 *
 * @param column NaN is missing; every row gets a bin.
 * @param rows The rows whose values say where to cut.
 * @param most From 2 to 255.
 * @example quantileBins(Float64Array.of(1, 2, Number.NaN), Uint32Array.of(0, 1), 255).bins // [1, 2, 0]
 */
export function quantileBins(column: Float64Array, rows: Uint32Array, most = 255): Binned {
  const cuts = cutsOf(column, rows, most);
  const bins = new Uint8Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cuts[middle]! < value) low = middle + 1;
      else high = middle;
    }
    bins[row] = low + 1;
  }
  return { cuts, bins };
}
