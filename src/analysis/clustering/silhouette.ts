import type { Pause } from "../pause.ts";
import { squaredDistance } from "./squared-distance.ts";

/**
 * The mean silhouette: how much nearer points are to their own cluster than to the next one, from −1 to 1.
 *
 * Above 0.5 is a clear structure, below 0.25 none to speak of. Measure it in the space the clusters were found in. Time grows with the square of
 * the points: sample more than a few thousand.
 *
 * @param points Row by row, `width` numbers a row.
 * @param labels The cluster of each point, from 0 to `k` − 1.
 * @returns 0 where there is only one cluster; a point alone in its cluster counts as 0.
 * @example (await silhouette(Float64Array.of(0, 1, 9, 10), 1, Int32Array.of(0, 0, 1, 1), 2)).toFixed(3) // "0.888"
 * @see Rousseeuw (1987), Silhouettes: a graphical aid to the interpretation and validation of cluster analysis
 */
export async function silhouette(points: Float64Array, width: number, labels: Int32Array, k: number, pause?: Pause): Promise<number> {
  const sizes = new Uint32Array(k);
  for (const label of labels) sizes[label]!++;
  const filled = sizes.reduce((count, size) => count + (size > 0 ? 1 : 0), 0);
  if (filled < 2) return 0;
  const sums = new Float64Array(k);
  let total = 0;
  for (let row = 0; row < labels.length; row++) {
    if ((row & 127) === 0) {
      const wait = pause?.(row / labels.length);
      if (wait) await wait;
    }
    const own = labels[row]!;
    if (sizes[own] === 1) continue;
    sums.fill(0);
    for (let other = 0; other < labels.length; other++) sums[labels[other]!]! += Math.sqrt(squaredDistance(points, row, points, other, width));
    const within = sums[own]! / (sizes[own]! - 1);
    let nearest = Infinity;
    for (let label = 0; label < k; label++) if (label !== own && sizes[label]! > 0) nearest = Math.min(nearest, sums[label]! / sizes[label]!);
    const greater = Math.max(within, nearest);
    if (greater > 0) total += (nearest - within) / greater;
  }
  return total / labels.length;
}
