import { UserError } from "../../schema/errors.ts";

type Range = readonly [number, number];

/**
 * Which range each day since the start falls in: −1 for days in none.
 *
 * @param ranges At least one; days, both ends included, in increasing order and without overlap.
 * @throws {UserError} If they reach beyond ten years.
 * @example bracketByDay([[0, 0], [2, 3]]) // Int16Array [0, -1, 1, 1]
 */
export function bracketByDay(ranges: readonly Range[]): Int16Array {
  const last = ranges.at(-1)![1];
  if (last > 3_650) {
    throw new UserError(`A range of days ends on day ${last}, and 3,650 is the most.`, "Let the last range end earlier.", { param: "brackets" });
  }
  const table = new Int16Array(last + 1).fill(-1);
  ranges.forEach(([from, to], bracket) => table.fill(bracket, from, to + 1));
  return table;
}

/** A range in words: "day 0", "days 1–3". */
export function bracketName([from, to]: Range): string {
  return from === to ? `day ${from}` : `days ${from}–${to}`;
}
