import type { Journey } from "../../journey/journey.ts";
import { bitset, insert, type Bitset } from "../../schema/bitset.ts";
import { UserError } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import type { JourneySamples } from "./journey-samples.ts";
import type { ChurnParams } from "./params.ts";
import type { Grouped } from "./tables.ts";
import { localDate } from "./windows.ts";

/** The customers behind a row of a table, by their places in the journey. */
export type Behind = (pick: Pick) => Uint32Array;

const nobody = new Uint32Array(0);
const most = 16;
// By its offsets: the same journey is handed out anew for conditions on other cells, and these stay the same.
const kept = new WeakMap<Uint32Array, Map<string, Behind>>();

/** Remembers who stands behind the marks of a run, since learning again would take as long as learning did. */
export function remember(journey: Journey, params: ChurnParams, behind: Behind): void {
  const runs = kept.get(journey.offsets) ?? new Map<string, Behind>();
  runs.delete(JSON.stringify(params));
  runs.set(JSON.stringify(params), behind);
  if (runs.size > most) runs.delete(runs.keys().next().value!);
  kept.set(journey.offsets, runs);
}

/** The customers behind a mark of the run with these parameters. @throws {UserError} If that run is not remembered. */
export function recall(journey: Journey, params: ChurnParams, pick: Pick): Bitset {
  const behind = kept.get(journey.offsets)?.get(JSON.stringify(params));
  if (behind === undefined)
    throw new UserError("Who stands behind this mark is not remembered any more.", "Run the cell again, then choose the mark.");
  const set = bitset(journey.customers);
  for (const customer of behind(pick)) insert(set, customer);
  return set;
}

/** How to find the customers behind a row of each table: judged rows are those of the last snapshot. */
export function behindMarks({ snapshots, now }: JourneySamples, grouped: Record<string, Grouped>, timezone: string): Behind {
  const test = snapshots.at(-1)!.places;
  const teaching = snapshots.length > 1 ? snapshots.slice(0, -1) : snapshots;
  const learners = Uint32Array.from(new Set(teaching.flatMap(({ places }) => [...places])));
  return ({ table, row }) => {
    if (table === "snapshots") return [...snapshots, now].find(({ time }) => localDate(time, timezone) === row["snapshot"])?.places ?? nobody;
    if (table === "coefficients") return learners;
    return (grouped[table]?.behind(row) ?? nobody).map((place) => test[place]!);
  };
}
