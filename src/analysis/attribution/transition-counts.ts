import type { Paths } from "./paths.ts";

/**
 * How often one channel follows another, over all paths with a touch: `(channels + 1) × (channels + 2)` counts, row by row.
 *
 * The last row is the start; the last two columns are the conversion and the end without one. A channel that follows itself is counted too.
 *
 * @example transitionCounts(paths)[a * (paths.channels + 2) + b] // how often b came after a
 */
export function transitionCounts(paths: Paths): Float64Array {
  const { count, channels, starts, ends, channel, conversions, nulls } = paths;
  const width = channels + 2;
  const counts = new Float64Array((channels + 1) * width);
  for (let path = 0; path < count; path++) {
    const end = ends[path]!;
    let touch = starts[path]!;
    if (touch === end) continue;
    const [sold, lost] = [conversions[path]!, nulls[path]!];
    const times = sold + lost;
    let row = channels * width;
    for (; touch < end; touch++) {
      const next = channel[touch]!;
      counts[row + next]! += times;
      row = next * width;
    }
    counts[row + channels]! += sold;
    counts[row + channels + 1]! += lost;
  }
  return counts;
}
