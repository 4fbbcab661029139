import { squaredDistance } from "./squared-distance.ts";

/** Which of the cumulative weights a draw falls in. */
function drawnFrom(nearest: Float64Array, total: number, draw: number): number {
  let left = draw * total;
  for (let row = 0; row < nearest.length; row++) {
    left -= nearest[row]!;
    if (left < 0) return row;
  }
  return nearest.length - 1;
}

/**
 * Starting centroids for k-means: greedy k-means++, which draws each next centroid far from the others, by the square of the distance, and keeps
 * the best of 2 + ⌊ln k⌋ candidates.
 *
 * @param points Row by row, `width` numbers a row.
 * @param random Numbers from 0 to 1.
 * @returns `k` rows; fewer distinct points than `k` give repeated centroids.
 * @example seedCentroids(Float64Array.of(0, 10), 1, 2, random(1)); // 0 and 10, in either order
 * @see Arthur and Vassilvitskii (2007), k-means++: the advantages of careful seeding
 */
export function seedCentroids(points: Float64Array, width: number, k: number, random: () => number): Float64Array {
  const rows = points.length / width;
  const centroids = new Float64Array(k * width);
  const place = (centroid: number, row: number) => centroids.set(points.subarray(row * width, (row + 1) * width), centroid * width);
  place(0, Math.min(rows - 1, Math.floor(random() * rows)));
  let nearest = Float64Array.from({ length: rows }, (_, row) => squaredDistance(points, row, centroids, 0, width));
  let total = nearest.reduce((sum, distance) => sum + distance, 0);
  const candidates = 2 + Math.floor(Math.log(k));
  let trial = new Float64Array(rows);
  let best = new Float64Array(rows);
  for (let centroid = 1; centroid < k; centroid++) {
    let bestTotal = Infinity;
    let bestRow = 0;
    for (let candidate = 0; candidate < candidates; candidate++) {
      const row = drawnFrom(nearest, total, random());
      let sum = 0;
      for (let other = 0; other < rows; other++) sum += trial[other] = Math.min(nearest[other]!, squaredDistance(points, other, points, row, width));
      if (sum >= bestTotal) continue;
      bestTotal = sum;
      bestRow = row;
      [trial, best] = [best, trial];
    }
    place(centroid, bestRow);
    [nearest, best] = [best, nearest];
    total = bestTotal;
  }
  return centroids;
}
