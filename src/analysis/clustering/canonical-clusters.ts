import type { Clustering } from "./hamerly.ts";

/**
 * The same clusters numbered by size, the largest first, and equally large ones by their centroids, so that chance does not number them.
 *
 * @param width Numbers a row.
 * @example canonicalClusters({ labels: Int32Array.of(1, 1, 0), centroids: Float64Array.of(9, 1), inertia: 0 }, 1).labels // [0, 0, 1]
 */
export function canonicalClusters({ labels, centroids, inertia }: Clustering, width: number): Clustering {
  const k = centroids.length / width;
  const sizes = new Uint32Array(k);
  for (const label of labels) sizes[label]!++;
  const byCentroid = (left: number, right: number) => {
    for (let at = 0; at < width; at++) {
      const apart = centroids[left * width + at]! - centroids[right * width + at]!;
      if (apart !== 0) return apart;
    }
    return 0;
  };
  const order = Array.from({ length: k }, (_, label) => label).sort((left, right) => sizes[right]! - sizes[left]! || byCentroid(left, right));
  const place = new Int32Array(k);
  order.forEach((label, index) => (place[label] = index));
  const sorted = new Float64Array(centroids.length);
  order.forEach((label, index) => sorted.set(centroids.subarray(label * width, (label + 1) * width), index * width));
  return { labels: labels.map((label) => place[label]!), centroids: sorted, inertia };
}
