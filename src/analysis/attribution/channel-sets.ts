import type { Paths } from "./paths.ts";
import type { ChannelSets } from "./rate-shapley.ts";

/** The distinct sets of channels that paths hold, and the set of each path; −1 of a path without touches. */
export function channelSets({ count, channels, starts, ends, channel }: Paths): ChannelSets & { of: Int32Array } {
  const known = new Map<string, number>();
  const offsets = [0];
  const members: number[] = [];
  const of = new Int32Array(count).fill(-1);
  for (let path = 0; path < count; path++) {
    if (starts[path] === ends[path]) continue;
    const inside = [...new Set(channel.subarray(starts[path], ends[path]))].sort((left, right) => left - right);
    const key = inside.join(" ");
    let set = known.get(key);
    if (set === undefined) {
      known.set(key, (set = known.size));
      members.push(...inside);
      offsets.push(members.length);
    }
    of[path] = set;
  }
  return { channels, offsets: Uint32Array.from(offsets), members: Int32Array.from(members), of };
}
