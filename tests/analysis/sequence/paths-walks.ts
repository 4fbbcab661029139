import type { Walks } from "../../../src/analysis/sequence/walks.ts";

/** Walks of steps given as numbers, one minute apart, each with its owner. */
export function walksOf(paths: readonly (readonly number[])[], owners: readonly number[] = paths.map((_, walk) => walk)): Walks {
  const starts: number[] = [];
  const ends: number[] = [];
  const steps: number[] = [];
  for (const path of paths) {
    starts.push(steps.length);
    steps.push(...path);
    ends.push(steps.length);
  }
  return {
    count: paths.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    steps: Int32Array.from(steps),
    times: Float64Array.from(steps, (_, place) => place * 60_000),
    owner: Uint32Array.from(owners),
  };
}
