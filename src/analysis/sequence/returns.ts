import { medians } from "./medians.ts";
import type { Walks } from "./walks.ts";

/** How often walks come back to a step they have been at, per step. */
export interface Returns {
  /** Distinct owners who were at the step, and who came back to it. */
  reached: Int32Array;
  customers: Int32Array;
  /** How often somebody came back. */
  occurrences: Int32Array;
  /** Milliseconds from one time at the step to the next: the median, and all together. */
  median: Float64Array;
  total: Float64Array;
}

function eachReturn(
  { count, starts, ends, steps }: Walks,
  width: number,
  visit: (step: number, at: number, before: number, walk: number) => void,
): void {
  const seenIn = new Int32Array(width).fill(-1);
  const place = new Int32Array(width);
  let done = 0;
  for (let walk = 0; walk < count; walk++) {
    for (let at = starts[walk]!; at < ends[walk]!; at++) {
      const step = steps[at]!;
      if (at >= done) visit(step, at, seenIn[step] === walk ? place[step]! : -1, walk);
      seenIn[step] = walk;
      place[step] = at;
    }
    done = Math.max(done, ends[walk]!);
  }
}

/**
 * Loops: how often the same step is reached again within a walk, by whom, and after how long.
 *
 * Time on the way includes pauses: it is what the detour cost in calendar time, not in effort.
 *
 * @param width Steps are from 0 to width − 1.
 */
export function returns(walks: Walks, width: number): Returns {
  const { owner, times } = walks;
  const lastReached = new Int32Array(width).fill(-1);
  const lastBack = new Int32Array(width).fill(-1);
  const [reached, customers, occurrences] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)];
  eachReturn(walks, width, (step, _at, before, walk) => {
    const who = owner[walk]!;
    if (lastReached[step] !== who) reached[step]!++;
    lastReached[step] = who;
    if (before < 0) return;
    occurrences[step]!++;
    if (lastBack[step] !== who) customers[step]!++;
    lastBack[step] = who;
  });
  const offsets = new Uint32Array(width + 1);
  for (let step = 0; step < width; step++) offsets[step + 1] = offsets[step]! + occurrences[step]!;
  const waits = new Float64Array(offsets[width]!);
  const total = new Float64Array(width);
  const filled = offsets.slice(0, width);
  eachReturn(walks, width, (step, at, before) => {
    if (before < 0) return;
    const wait = times[at]! - times[before]!;
    waits[filled[step]!++] = wait;
    total[step]! += wait;
  });
  return { reached, customers, occurrences, median: medians(waits, offsets), total };
}
