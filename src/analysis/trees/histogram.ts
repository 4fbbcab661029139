/** Sums per bin of one feature at one node: gradient, Hessian and count, three places each. */
export const perBin = 3;
/** Places of one feature's sums: 256 bins. */
export const perFeature = 256 * perBin;

/**
 * The sums per bin of two features over some rows: read together, rows and gradients are fetched once for both.
 *
 * @param left @param right The features' bins of every row, and their places in the histogram.
 * @param gradients @param hessians By place in `rows`, so that they are read in order.
 */
export function fillPair(
  histogram: Float64Array,
  left: { feature: number; bins: Uint8Array },
  right: { feature: number; bins: Uint8Array },
  rows: Uint32Array,
  from: number,
  to: number,
  gradients: Float64Array,
  hessians: Float64Array,
): void {
  const first = left.feature * perFeature;
  const second = right.feature * perFeature;
  const [ofFirst, ofSecond] = [left.bins, right.bins];
  const step = perBin;
  histogram.fill(0, first, first + perFeature);
  histogram.fill(0, second, second + perFeature);
  for (let place = from; place < to; place++) {
    const row = rows[place]!;
    const gradient = gradients[place]!;
    const hessian = hessians[place]!;
    const at = first + ofFirst[row]! * step;
    const other = second + ofSecond[row]! * step;
    histogram[at]! += gradient;
    histogram[at + 1]! += hessian;
    histogram[at + 2]!++;
    histogram[other]! += gradient;
    histogram[other + 1]! += hessian;
    histogram[other + 2]!++;
  }
}

/** The sums per bin of one feature over some rows. */
export function fillOne(
  histogram: Float64Array,
  { feature, bins }: { feature: number; bins: Uint8Array },
  rows: Uint32Array,
  from: number,
  to: number,
  gradients: Float64Array,
  hessians: Float64Array,
): void {
  const base = feature * perFeature;
  const step = perBin;
  histogram.fill(0, base, base + perFeature);
  for (let place = from; place < to; place++) {
    const at = base + bins[rows[place]!]! * step;
    histogram[at]! += gradients[place]!;
    histogram[at + 1]! += hessians[place]!;
    histogram[at + 2]!++;
  }
}

/** Takes one node's sums from another's: what is left is its other child's. */
export function subtract(from: Float64Array, part: Float64Array, features: Int32Array): void {
  for (const feature of features) {
    const end = (feature + 1) * perFeature;
    for (let at = feature * perFeature; at < end; at++) from[at]! -= part[at]!;
  }
}
