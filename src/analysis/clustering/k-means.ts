import type { Pause } from "../pause.ts";
import { random } from "../random/random.ts";
import { canonicalClusters } from "./canonical-clusters.ts";
import { hamerly, type Clustering } from "./hamerly.ts";
import { seedCentroids } from "./seed-centroids.ts";

/** How k-means is run. */
export interface KMeansOptions {
  k: number;
  seed: number;
  /** How often to start anew; the best is kept. */
  starts?: number;
  iterations?: number;
}

/** What the variances of the columns are on average. */
function meanVariance(points: Float64Array, width: number): number {
  const rows = points.length / width;
  let total = 0;
  for (let column = 0; column < width; column++) {
    let [mean, squares] = [0, 0];
    for (let row = 0; row < rows; row++) mean += points[row * width + column]! / rows;
    for (let row = 0; row < rows; row++) squares += (points[row * width + column]! - mean) ** 2;
    total += squares / rows;
  }
  return total / width;
}

/**
 * k-means: puts points into `k` round clusters of like size so that they are near their cluster's mean.
 *
 * It always finds clusters, also where there are none: look at silhouette and stability before believing them. Columns count by their variance,
 * so bring them to one scale first.
 *
 * @param points Row by row, `width` numbers a row, all finite; at least one row.
 * @param pause Called between starts.
 * @returns Clusters numbered by size, the largest first; the same for the same seed.
 * @example (await kMeans(Float64Array.of(0, 1, 9, 10), 1, { k: 2, seed: 1 })).inertia // 1
 * @see Lloyd (1982); Arthur and Vassilvitskii (2007); scikit-learn's KMeans, whose defaults these are
 */
export async function kMeans(points: Float64Array, width: number, options: KMeansOptions, pause?: Pause): Promise<Clustering> {
  const { k, seed, starts = 10, iterations = 300 } = options;
  const tolerance = 1e-4 * meanVariance(points, width);
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start++) {
    const wait = pause?.(start / starts);
    if (wait) await wait;
    const centroids = seedCentroids(points, width, k, random(seed, start));
    const found = hamerly(points, width, centroids, { iterations, tolerance });
    if (best === null || found.inertia < best.inertia) best = found;
  }
  return canonicalClusters(best!, width);
}
