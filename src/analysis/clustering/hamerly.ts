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

/** The means of the clusters' points; a cluster without points stays where it was. */
function meansOf(points: Float64Array, labels: Int32Array, centroids: Float64Array, width: number): { means: Float64Array; counts: Uint32Array } {
  const means = new Float64Array(centroids.length);
  const counts = new Uint32Array(centroids.length / width);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    counts[label]!++;
    for (let at = 0; at < width; at++) means[label * width + at]! += points[row * width + at]!;
  }
  for (let at = 0; at < means.length; at++) {
    const count = counts[Math.floor(at / width)]!;
    means[at] = count > 0 ? means[at]! / count : centroids[at]!;
  }
  return { means, counts };
}

/** Gives every cluster without points the point farthest from its own centroid; says which points went. */
function fillEmpty(points: Float64Array, labels: Int32Array, centroids: Float64Array, width: number, counts: Uint32Array): number[] {
  const gone: number[] = [];
  for (let label = 0; label < counts.length; label++) {
    if (counts[label]! > 0) continue;
    let [farthest, most] = [-1, 0];
    for (let row = 0; row < labels.length; row++) {
      const distance = counts[labels[row]!]! > 1 ? squaredDistance(points, row, centroids, labels[row]!, width) : 0;
      if (distance > most) [most, farthest] = [distance, row];
    }
    if (farthest < 0) break;
    counts[labels[farthest]!]!--;
    counts[label] = 1;
    labels[farthest] = label;
    gone.push(farthest);
  }
  return gone;
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
    const before = meansOf(points, labels, centroids, width);
    const gone = fillEmpty(points, labels, before.means, width, before.counts);
    const moved = gone.length === 0 ? before.means : meansOf(points, labels, before.means, width).means;
    for (const row of gone) {
      upper[row] = Infinity;
      lower[row] = -Infinity;
    }
    const shift = Float64Array.from({ length: k }, (_, label) => Math.sqrt(squaredDistance(moved, label, centroids, label, width)));
    centroids = moved;
    const farthest = Math.max(...shift);
    for (let label = 0; label < k; label++) {
      half[label] = Infinity;
      for (let other = 0; other < k; other++)
        if (other !== label) half[label] = Math.min(half[label]!, Math.sqrt(squaredDistance(centroids, label, centroids, other, width)) / 2);
    }
    let changed = gone.length;
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
  centroids = meansOf(points, labels, centroids, width).means;
  let inertia = 0;
  for (let row = 0; row < rows; row++) inertia += squaredDistance(points, row, centroids, labels[row]!, width);
  return { labels, centroids, inertia };
}
