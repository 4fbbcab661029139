import { nearestCentroid } from "./nearest-centroid.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Points put into clusters around centroids. */
export interface Clustering {
  /** The cluster of each point. */
  labels: Int32Array;
  /** Row by row. */
  centroids: Float64Array;
  /** The sum of squared distances of points to their centroids. */
  inertia: number;
}

/** How long to go on. */
export interface Patience {
  iterations: number;
  /** Stop when the centroids' squared movements add up to no more than this. */
  tolerance: number;
}

/** Moves each centroid to the mean of its points; one without points goes to the point farthest from its own centroid. */
function moveCentroids(points: Float64Array, labels: Int32Array, centroids: Float64Array, width: number): Float64Array {
  const k = centroids.length / width;
  const moved = new Float64Array(centroids.length);
  const counts = new Uint32Array(k);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    counts[label]!++;
    for (let at = 0; at < width; at++) moved[label * width + at]! += points[row * width + at]!;
  }
  for (let label = 0; label < k; label++) {
    if (counts[label]! > 0) for (let at = 0; at < width; at++) moved[label * width + at]! /= counts[label]!;
    else {
      let farthest = 0;
      let most = -1;
      for (let row = 0; row < labels.length; row++) {
        const distance = squaredDistance(points, row, centroids, labels[row]!, width);
        if (distance > most && counts[labels[row]!]! > 1) [most, farthest] = [distance, row];
      }
      moved.set(points.subarray(farthest * width, (farthest + 1) * width), label * width);
      counts[labels[farthest]!]!--;
      labels[farthest] = label;
      counts[label] = 1;
    }
  }
  return moved;
}

/**
 * Lloyd's k-means from given centroids, with Hamerly's bounds: most points are known to stay where they are without measuring a distance.
 *
 * It finds a local optimum that depends on where it starts; use `kMeans`, which starts several times.
 *
 * @param points Row by row, `width` numbers a row, all finite.
 * @param start Centroids to start from, row by row.
 * @example hamerly(Float64Array.of(0, 1, 9, 10), 1, Float64Array.of(0, 1), { iterations: 300, tolerance: 0 }).inertia // 1
 * @see Hamerly (2010), Making k-means even faster
 */
export function hamerly(points: Float64Array, width: number, start: Float64Array, { iterations, tolerance }: Patience): Clustering {
  const rows = points.length / width;
  const k = start.length / width;
  let centroids: Float64Array = start.slice();
  const labels = nearestCentroid(points, centroids, width);
  const upper = new Float64Array(rows).fill(Infinity);
  const lower = new Float64Array(rows).fill(-Infinity);
  const half = new Float64Array(k);
  for (let iteration = 0; iteration < iterations; iteration++) {
    const moved = moveCentroids(points, labels, centroids, width);
    const shift = Float64Array.from({ length: k }, (_, label) => Math.sqrt(squaredDistance(moved, label, centroids, label, width)));
    centroids = moved;
    const farthest = Math.max(...shift);
    for (let label = 0; label < k; label++) {
      half[label] = Infinity;
      for (let other = 0; other < k; other++)
        if (other !== label) half[label] = Math.min(half[label]!, Math.sqrt(squaredDistance(centroids, label, centroids, other, width)) / 2);
    }
    let changed = 0;
    for (let row = 0; row < rows; row++) {
      const label = labels[row]!;
      upper[row]! += shift[label]!;
      lower[row]! -= farthest;
      const bound = Math.max(half[label]!, lower[row]!);
      if (upper[row]! < bound) continue;
      upper[row] = Math.sqrt(squaredDistance(points, row, centroids, label, width));
      if (upper[row]! < bound) continue;
      let [least, second, nearest] = [Infinity, Infinity, label];
      for (let other = 0; other < k; other++) {
        const distance = squaredDistance(points, row, centroids, other, width);
        if (distance < least) [second, least, nearest] = [least, distance, other];
        else if (distance < second) second = distance;
      }
      upper[row] = Math.sqrt(least);
      lower[row] = Math.sqrt(second);
      if (nearest === label) continue;
      labels[row] = nearest;
      changed++;
    }
    if (changed === 0 || shift.reduce((sum, step) => sum + step * step, 0) <= tolerance) break;
  }
  centroids = moveCentroids(points, labels, centroids, width);
  let inertia = 0;
  for (let row = 0; row < rows; row++) inertia += squaredDistance(points, row, centroids, labels[row]!, width);
  return { labels, centroids, inertia };
}
