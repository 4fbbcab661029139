import type { Paths } from "./paths.ts";

/**
 * Paths to conversions without their direct visits, except where all visits were direct: then they stay.
 *
 * Paths to nothing keep theirs.
 *
 * @param direct 1 for each channel that is a direct visit.
 * @see Google Analytics 4, "About attribution": direct visits get no credit unless the path holds nothing else
 */
export function withoutDirect(paths: Paths, direct: Uint8Array): Paths {
  const channel: number[] = [];
  const time: number[] = [];
  const starts = new Uint32Array(paths.count);
  const ends = new Uint32Array(paths.count);
  for (let path = 0; path < paths.count; path++) {
    const [start, end] = [paths.starts[path]!, paths.ends[path]!];
    let others = 0;
    for (let touch = start; touch < end; touch++) others += 1 - direct[paths.channel[touch]!]!;
    const keepAll = others === 0 || paths.conversions[path] === 0;
    starts[path] = channel.length;
    for (let touch = start; touch < end; touch++) {
      if (!keepAll && direct[paths.channel[touch]!] === 1) continue;
      channel.push(paths.channel[touch]!);
      if (paths.time !== null) time.push(paths.time[touch]!);
    }
    ends[path] = channel.length;
  }
  return { ...paths, starts, ends, channel: Int32Array.from(channel), time: paths.time === null ? null : Float64Array.from(time) };
}
