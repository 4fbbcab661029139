import type { Journey } from "../journey.ts";

const day = 86_400_000;
const longest = 730;
const fewest = 30;

/**
 * How long customers usually pause between two events of one name: the days within which nine in ten such pauses end, at most two years.
 *
 * Pauses that are still open when the data end are not among them, so where few come back the figure is too short.
 *
 * @param names Events to look at; those with fewer than 30 pauses are left out.
 */
export function usualPauses(journey: Journey, names: readonly string[]): Record<string, number> {
  const { customers, offsets, time } = journey;
  const { codes, dictionary } = journey.code("event");
  const wanted = Int32Array.from(dictionary, (name) => names.indexOf(name));
  const counts = names.map(() => new Uint32Array(longest + 1));
  const last = new Float64Array(names.length);
  for (let customer = 0; customer < customers; customer++) {
    last.fill(Number.NaN);
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      const place = codes[event]! < 0 ? -1 : wanted[codes[event]!]!;
      if (place < 0) continue;
      const pause = time[event]! - last[place]!;
      last[place] = time[event]!;
      if (pause > 0) counts[place]![Math.min(longest, Math.ceil(pause / day))]!++;
    }
  }
  const found: Record<string, number> = {};
  names.forEach((name, place) => {
    const all = counts[place]!.reduce((sum, count) => sum + count, 0);
    let [days, ended] = [0, 0];
    while (ended < 0.9 * all) ended += counts[place]![days++]!;
    if (all >= fewest) found[name] = days - 1;
  });
  return found;
}
