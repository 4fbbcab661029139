import type { Paths } from "../../../src/analysis/attribution/paths.ts";

/** One path of a test: channels as letters, such as "ab", and how often it converted and did not. */
export type Way = [steps: string, conversions: number, nulls: number, value?: number];

/** Paths without times over the channels a, b, c, …. */
export function pathsOf(ways: readonly Way[], channels = 5): Paths {
  const steps = ways.map(([text]) => Array.from(text, (letter) => letter.charCodeAt(0) - 97));
  const ends: number[] = [];
  for (const path of steps) ends.push((ends.at(-1) ?? 0) + path.length);
  return {
    count: ways.length,
    channels,
    starts: Uint32Array.from(ends, (_, path) => ends[path - 1] ?? 0),
    ends: Uint32Array.from(ends),
    channel: Int32Array.from(steps.flat()),
    time: null,
    at: null,
    customer: Uint32Array.from(ends.keys()),
    conversions: Float64Array.from(ways, ([, conversions]) => conversions),
    nulls: Float64Array.from(ways, ([, , nulls]) => nulls),
    values: Float64Array.from(ways, ([, , , value]) => value ?? 0),
  };
}
