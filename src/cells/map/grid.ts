import { censoredQuantile } from "../../analysis/survival/censored-quantile.ts";
import type { Job } from "../cell.ts";
import { walk } from "./first-touches.ts";
import { Tally } from "./tally.ts";
import type { TouchGroups } from "./touch-groups.ts";
import type { Touches } from "./touches.ts";

/** Everything that is counted of the map, before it is put into rates. Places are cells, then stages. */
export interface Grid {
  /** By place, from the first touch in it. */
  own: Tally;
  /** By cell, of its customers from their first touch in its stage. */
  entry: Tally;
  /** By cell × group, of the groups to learn from and of those compared; null without groups. */
  learned: Tally | null;
  compared: Tally | null;
  /** By stage: customers followed for `within`, and of those who reached a later stage; who went straight back; whose last touch it was. */
  flowing: Int32Array;
  forward: Int32Array;
  back: Int32Array;
  ended: Int32Array;
  /** By stage: milliseconds until customers left it, by Kaplan and Meier: quartiles and median; NaN where too few did. */
  stay: Float64Array[];
}

const quartiles = [0.25, 0.5, 0.75] as const;

/** Durations in slots, some censored: counted, put in their places and sorted. */
function quantilesBySlot(slots: number, slot: Int32Array, duration: Float64Array, ended: Uint8Array, count: number): Float64Array[] {
  const starts = new Int32Array(2 * slots + 1);
  for (let at = 0; at < count; at++) starts[2 * slot[at]! + ended[at]! + 1]!++;
  for (let bucket = 0; bucket < 2 * slots; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const placed = new Float64Array(count);
  const next = starts.slice();
  for (let at = 0; at < count; at++) placed[next[2 * slot[at]! + ended[at]!]!++] = duration[at]!;
  const found = quartiles.map(() => new Float64Array(slots));
  for (let place = 0; place < slots; place++) {
    const censored = placed.subarray(starts[2 * place]!, starts[2 * place + 1]!).sort();
    const seen = placed.subarray(starts[2 * place + 1]!, starts[2 * place + 2]!).sort();
    quartiles.forEach((probability, which) => (found[which]![place] = censoredQuantile(seen, censored, probability)));
  }
  return found;
}

/** Follows every customer once. */
export async function gridOf(touches: Touches, learn: TouchGroups | null, compare: TouchGroups | null, job: Job): Promise<Grid> {
  const { journey, stages, touchpoints, within, exitGap, count } = touches;
  const width = touchpoints.length;
  const cells = stages.length * width;
  const end = journey.window[1];
  const own = new Tally(cells + stages.length, touches);
  const entry = new Tally(cells, touches);
  const groups = [learn, compare].map((asked) => (asked === null ? null : { asked, tally: new Tally(cells * asked.names.length, touches) }));
  const byStage = () => new Int32Array(stages.length);
  const [flowing, forward, back, ended] = [byStage(), byStage(), byStage(), byStage()];
  const spells = {
    slot: new Int32Array(count * stages.length),
    length: new Float64Array(count * stages.length),
    ended: new Uint8Array(count * stages.length),
  };
  let spell = 0;

  await walk(touches, job, (seen) => {
    const { last } = seen;
    for (let at = 0; at < seen.count; at++) {
      const place = seen.places[at]!;
      own.add(place, seen.time[place]!, seen.converts[place]!, last, seen.later[place]!);
      if (place >= cells) {
        const stage = place - cells;
        const time = seen.time[place]!;
        const leaves = seen.leaves[stage]!;
        if (time + within <= end) {
          flowing[stage]!++;
          if (seen.forward[stage]! <= time + within) forward[stage]!++;
        }
        back[stage]! += seen.back[stage]!;
        spells.slot[spell] = stage;
        spells.ended[spell] = leaves === Infinity ? 0 : 1;
        spells.length[spell++] = Math.min(leaves, end) - time;
        continue;
      }
      const stage = cells + Math.floor(place / width);
      entry.add(place, seen.time[stage]!, seen.converts[stage]!, last, seen.later[stage]!);
      for (const grouped of groups) {
        if (grouped === null) continue;
        const group = grouped.asked.of(seen.customer, seen.event[place]!);
        const slot = place * grouped.asked.names.length + group;
        if (group >= 0) grouped.tally.add(slot, seen.time[place]!, seen.converts[place]!, last, seen.later[place]!);
      }
    }
    if (last + exitGap <= end) ended[Math.floor(seen.lastCell / width)]!++;
  });
  return {
    own,
    entry,
    learned: groups[0]?.tally ?? null,
    compared: groups[1]?.tally ?? null,
    flowing,
    forward,
    back,
    ended,
    stay: quantilesBySlot(stages.length, spells.slot, spells.length, spells.ended, spell),
  };
}

/** What is counted of each touch rather than of each customer, by cell. */
export interface TouchCounts {
  events: Int32Array;
  /** Value and cost of the touches themselves; NaN where none is known. */
  value: Float64Array;
  cost: Float64Array;
  /** Touches followed for the exit gap, and of those how many were a customer's last: sums over customers, and what their interval needs. */
  exits: Int32Array;
  followed: Int32Array;
  /** Σ (followed touches of a customer)², and of those who exited Σ followed touches: the spread of the exit rate between customers. */
  spread: Float64Array;
  exitSpread: Float64Array;
  /** Median milliseconds to the next touch, by Kaplan and Meier; NaN where too few had one. */
  next: Float64Array;
}

/** Counts every touch. */
export function countTouches({ journey, stages, touchpoints, cell, exitGap }: Touches): TouchCounts {
  const cells = stages.length * touchpoints.length;
  const { offsets, time } = journey;
  const end = journey.window[1];
  const amounts = (["value", "cost"] as const).map((role) => (journey.has(role) ? journey.value(role).values : null));
  const [value, cost] = amounts.map(() => new Float64Array(cells).fill(Number.NaN)) as [Float64Array, Float64Array];
  const ints = () => new Int32Array(cells);
  const [events, exits, followed, own] = [ints(), ints(), ints(), ints()];
  const [spread, exitSpread] = [new Float64Array(cells), new Float64Array(cells)];
  const total = cell.reduce((sum, at) => sum + (at >= 0 ? 1 : 0), 0);
  const [slot, length, ended] = [new Int32Array(total), new Float64Array(total), new Uint8Array(total)];
  let at = 0;
  const sum = (into: Float64Array, place: number, added: number) => {
    if (added === added) into[place] = (into[place] === into[place] ? into[place]! : 0) + added;
  };
  for (let customer = 0; customer < journey.customers; customer++) {
    let previous = -1;
    let exit = -1;
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      const place = cell[event]!;
      if (place < 0) continue;
      events[place]!++;
      if (amounts[0]) sum(value, place, amounts[0][event]!);
      if (amounts[1]) sum(cost, place, amounts[1][event]!);
      if (time[event]! + exitGap <= end) {
        followed[place]!++;
        // Σ n² grows by 2n + 1 when a customer's n grows by one.
        spread[place]! += 2 * own[place]!++ + 1;
      }
      if (previous >= 0) {
        const waited = time[event]! - time[previous]!;
        length[at - 1] = Math.min(waited, exitGap);
        ended[at - 1] = waited <= exitGap ? 1 : 0;
      }
      slot[at] = place;
      length[at] = Math.min(end - time[event]!, exitGap);
      ended[at++] = 0;
      previous = event;
    }
    if (previous >= 0 && time[previous]! + exitGap <= end) exit = cell[previous]!;
    if (exit >= 0) {
      exits[exit]!++;
      exitSpread[exit]! += own[exit]!;
    }
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) if (cell[event]! >= 0) own[cell[event]!] = 0;
  }
  return { events, value, cost, exits, followed, spread, exitSpread, next: quantilesBySlot(cells, slot, length, ended, total)[1]! };
}
