import { principalAxes } from "./principal-axes.ts";

/**
 * Points without any clusters that lie as the given ones do: evenly spread over the box around them, along their principal axes. What k-means
 * makes of them is what it makes of nothing.
 *
 * @param points Row by row, `width` numbers a row.
 * @param random Numbers from 0 to 1.
 * @returns As many points.
 * @see Tibshirani, Walther and Hastie (2001), Estimating the number of clusters in a data set via the gap statistic, reference (b)
 */
export function evenCloud(points: Float64Array, width: number, random: () => number): Float64Array {
  const rows = points.length / width;
  const axes = principalAxes(points, width);
  const least = new Float64Array(width).fill(Infinity);
  const most = new Float64Array(width).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    for (let axis = 0; axis < width; axis++) {
      let along = 0;
      for (let at = 0; at < width; at++) along += points[row * width + at]! * axes[axis * width + at]!;
      least[axis] = Math.min(least[axis]!, along);
      most[axis] = Math.max(most[axis]!, along);
    }
  }
  const cloud = new Float64Array(points.length);
  for (let row = 0; row < rows; row++) {
    for (let axis = 0; axis < width; axis++) {
      const along = least[axis]! + random() * (most[axis]! - least[axis]!);
      for (let at = 0; at < width; at++) cloud[row * width + at]! += along * axes[axis * width + at]!;
    }
  }
  return cloud;
}
