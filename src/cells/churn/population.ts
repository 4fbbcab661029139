import type { Journey } from "../../journey/journey.ts";
import { day, type Lengths } from "./windows.ts";

/** Who is looked at from a snapshot, by their places in the journey as it was then, and what became of them. */
export interface Population {
  time: number;
  /** The journey as it was known just before the snapshot. */
  known: Journey;
  customers: Uint32Array;
  /** 1 left, 0 stayed; without meaning where the outcome is not over. */
  outcomes: Uint8Array;
  excluded: Record<string, number>;
}

/** What decides who is active and who has left, per event of a journey. */
export interface Marks {
  active: Uint8Array;
  /** Null without contracts. */
  cancel: Uint8Array | null;
}

const tenure = 30 * day;

function anyBetween({ time }: Journey, mask: Uint8Array, first: number, end: number, from: number, to: number): boolean {
  for (let event = first; event < end; event++) if (mask[event] === 1 && time[event]! >= from && time[event]! < to) return true;
  return false;
}

/**
 * The customers to look at from a snapshot: known for 30 days, and active within the length of an outcome (with contracts: not cancelled).
 *
 * @param whole The journey with what came after, which says who left.
 * @param marks Of the whole journey's events.
 * @param where Of the known journey's events: customers need one that meets it.
 */
export function populationAt(
  whole: Journey,
  known: Journey,
  marks: Marks,
  where: Uint8Array | null,
  time: number,
  { gap, outcome }: Lengths,
): Population {
  const { offsets } = whole;
  const customers: number[] = [];
  const outcomes: number[] = [];
  const excluded: Record<string, number> = {};
  const leaveOut = (reason: string) => (excluded[reason] = (excluded[reason] ?? 0) + 1);
  let place = -1;
  for (let customer = 0; customer < whole.customers; customer++) {
    const [first, end] = [offsets[customer]!, offsets[customer + 1]!];
    if (!(whole.time[first]! < time)) continue;
    place++;
    if (where !== null && !where.subarray(known.offsets[place], known.offsets[place + 1]).includes(1)) leaveOut("do not meet the condition");
    else if (whole.time[first]! > time - tenure) leaveOut("known for less than 30 days");
    else if (marks.cancel !== null && anyBetween(whole, marks.cancel, first, end, -Infinity, time + gap)) leaveOut("cancelled before the outcome");
    else if (!anyBetween(whole, marks.active, first, end, marks.cancel === null ? time - outcome : -Infinity, time))
      leaveOut("not active before the snapshot");
    else {
      const happens = anyBetween(whole, marks.cancel ?? marks.active, first, end, time + gap, time + gap + outcome);
      customers.push(place);
      outcomes.push(happens === (marks.cancel !== null) ? 1 : 0);
    }
  }
  return { time, known, customers: Uint32Array.from(customers), outcomes: Uint8Array.from(outcomes), excluded };
}
