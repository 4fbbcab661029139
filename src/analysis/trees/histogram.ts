/** Sums per bin of one feature at one node: gradient, Hessian and count, three places each. */
export const perBin = 3;
/** Places of one feature's sums: 256 bins. */
export const perFeature = 256 * perBin;

/**
 * The sums per bin of one feature over some rows.
 *
 * @param bins The feature's bin of every row.
 * @param gradients @param hessians By place in `rows`, so that they are read in order.
 */
export function fillFeature(
  histogram: Float64Array,
  feature: number,
  bins: Uint8Array,
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
