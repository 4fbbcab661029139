/**
 * Calinski and Harabasz's index: variance between clusters over variance within, each by its degrees of freedom. Compare it among numbers of
 * clusters of the same data only; it has no scale of its own.
 *
 * @param points Row by row, `width` numbers a row.
 * @param inertia The sum of squared distances to the clusters' means.
 * @returns Infinity where clusters have no spread; 0 for one cluster or as many as points.
 * @example calinskiHarabasz(Float64Array.of(0, 1, 9, 10), 1, 2, 1) // 162
 * @see Calinski and Harabasz (1974), A dendrite method for cluster analysis
 */
export function calinskiHarabasz(points: Float64Array, width: number, k: number, inertia: number): number {
  const rows = points.length / width;
  if (k < 2 || k >= rows) return 0;
  let total = 0;
  for (let column = 0; column < width; column++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += points[row * width + column]! / rows;
    for (let row = 0; row < rows; row++) total += (points[row * width + column]! - mean) ** 2;
  }
  return (total - inertia) / (k - 1) / (inertia / (rows - k));
}
