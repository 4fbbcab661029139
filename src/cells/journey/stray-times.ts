import type { Journey } from "../../journey/journey.ts";

/** Events dated far from all others, and when the others begin and end, in UTC milliseconds. */
export interface StrayTimes {
  events: number;
  /** The first and the last time that is not stray. */
  others: [number, number];
}

/** A pause shorter than this, in milliseconds, is no gap: ninety days, a season. */
const season = 90 * 86_400_000;

/** The last of some times, going outward, before a gap; and how many lie behind it. */
function upToGap(times: readonly number[], start: number, gap: number): [edge: number, behind: number] {
  let edge = start;
  for (const [place, time] of times.entries()) {
    if (Math.abs(time - edge) > gap) return [edge, times.length - place];
    edge = time;
  }
  return [edge, 0];
}

/**
 * Finds typing errors and clocks set wrong, such as 1970 or 2099: times behind an empty gap that is longer than half the span of the middle 98 % of
 * events, and longer than a season.
 *
 * Of fewer than a hundred events none is outside the middle 98 %, so none is found.
 *
 * @returns Null where there are none.
 */
export function strayTimes({ time, rows }: Journey): StrayTimes | null {
  const step = Math.max(1, Math.floor(rows / 10_000));
  const sample = Float64Array.from({ length: Math.ceil(rows / step) }, (_, place) => time[place * step]!).sort();
  const low = sample[Math.floor(0.01 * (sample.length - 1))]!;
  const high = sample[Math.ceil(0.99 * (sample.length - 1))]!;
  const gap = Math.max((high - low) / 2, season);
  const below: number[] = [];
  const above: number[] = [];
  for (let event = 0; event < rows; event++) {
    if (time[event]! < low) below.push(time[event]!);
    else if (time[event]! > high) above.push(time[event]!);
  }
  const [first, before] = upToGap(
    below.sort((a, b) => b - a),
    low,
    gap,
  );
  const [last, after] = upToGap(
    above.sort((a, b) => a - b),
    high,
    gap,
  );
  return before + after === 0 ? null : { events: before + after, others: [first, last] };
}
