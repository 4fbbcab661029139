import type { Pause } from "../pause.ts";
import { random } from "../random/random.ts";
import { adjustedRand } from "./adjusted-rand.ts";
import type { Clustering } from "./hamerly.ts";
import { kMeans } from "./k-means.ts";
import { nearestCentroid } from "./nearest-centroid.ts";

/**
 * How far clusters come back when other customers of the same kind are drawn: the mean adjusted Rand index between the clusters and those found
 * in bootstrap resamples, each put on all points.
 *
 * At least 0.75 is usable. It says that the clusters are the same again, not that they are real: two halves of one even cloud may be stable too.
 *
 * @param points Row by row, `width` numbers a row.
 * @param resamples How many resamples to draw.
 * @example await stability(points, 2, clustering, { seed: 1, resamples: 20 })
 * @see Hennig (2007), Cluster-wise assessment of cluster stability; Ben-Hur, Elisseeff and Guyon (2002)
 */
export async function stability(
  points: Float64Array,
  width: number,
  clustering: Clustering,
  { seed, resamples }: { seed: number; resamples: number },
  pause?: Pause,
): Promise<number> {
  const rows = points.length / width;
  const k = clustering.centroids.length / width;
  const sample = new Float64Array(points.length);
  let total = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const wait = pause?.(resample / resamples);
    if (wait) await wait;
    const next = random(seed, 1_000 + resample);
    for (let row = 0; row < rows; row++) {
      const from = Math.floor(next() * rows) * width;
      for (let at = 0; at < width; at++) sample[row * width + at] = points[from + at]!;
    }
    const again = await kMeans(sample, width, { k, seed: seed + resample + 1, starts: 2 });
    total += adjustedRand(clustering.labels, nearestCentroid(points, again.centroids, width));
  }
  return total / resamples;
}
