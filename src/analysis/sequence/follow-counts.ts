import type { Walks } from "./walks.ts";

/**
 * How often one step directly follows another: `width × width` counts, row by row.
 *
 * A step that follows itself is counted too.
 *
 * @param width Steps are from 0 to width − 1; 2,048 make a table of 16 MB.
 * @example followCounts(walks, width)[a * width + b] // how often b came right after a
 * @see van der Aalst (2016), Process Mining, section 2.3 on directly-follows graphs
 */
export function followCounts({ count, starts, ends, steps }: Pick<Walks, "count" | "starts" | "ends" | "steps">, width: number): Int32Array {
  const counts = new Int32Array(width * width);
  let done = 0;
  for (let walk = 0; walk < count; walk++) {
    const end = ends[walk]!;
    let at = starts[walk]! + 1;
    if (at < done) at = done;
    if (at >= end) continue;
    let row = steps[at - 1]! * width;
    for (; at < end; at++) {
      const step = steps[at]!;
      counts[row + step]!++;
      row = step * width;
    }
    done = end;
  }
  return counts;
}
