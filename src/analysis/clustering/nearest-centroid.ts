import { squaredDistance } from "./squared-distance.ts";

/**
 * The centroid each point is nearest to; the first of equally near ones.
 *
 * @param points @param centroids Row by row, `width` numbers a row.
 * @example nearestCentroid(Float64Array.of(1, 9), Float64Array.of(0, 10), 1) // [0, 1]
 */
export function nearestCentroid(points: Float64Array, centroids: Float64Array, width: number): Int32Array {
  const k = centroids.length / width;
  const labels = new Int32Array(points.length / width);
  for (let row = 0; row < labels.length; row++) {
    let least = Infinity;
    for (let centroid = 0; centroid < k; centroid++) {
      const distance = squaredDistance(points, row, centroids, centroid, width);
      if (distance >= least) continue;
      least = distance;
      labels[row] = centroid;
    }
  }
  return labels;
}
