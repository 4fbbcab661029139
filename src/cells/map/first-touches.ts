import type { Job } from "../cell.ts";
import type { Touches } from "./touches.ts";

/** What is known of one customer: their first touch in each place they came to, and what came after it. Places are cells, then stages. */
export interface FirstTouches {
  /** The customer, and the place in `places` up to which theirs are listed. */
  customer: number;
  places: Int32Array;
  count: number;
  /** By place: the event, its time, the next conversion's time (Infinity of none), and the value of later events. */
  event: Int32Array;
  time: Float64Array;
  converts: Float64Array;
  later: Float64Array;
  /** By stage: the first time of a later stage, and of any other stage, after the first touch in it; Infinity of none. */
  forward: Float64Array;
  leaves: Float64Array;
  /** By stage: 1 where the customer went from it straight to an earlier one. */
  back: Uint8Array;
  /** The time and place of their last touch. */
  last: number;
  lastCell: number;
}

/** Customers between two chances to stop. */
const piece = 4_096;

/**
 * Walks every followed customer's touches once, backwards, and shows what came of their first touch in each cell and in each stage.
 *
 * @param visit Called once per customer; what it is shown is overwritten by the next one.
 */
export async function walk(touches: Touches, job: Pick<Job, "progress"> | null, visit: (seen: FirstTouches) => void): Promise<void> {
  const step = customerSteps(touches, visit);
  for (let from = 0; from < touches.journey.customers; from += piece) {
    step(from, Math.min(touches.journey.customers, from + piece));
    const pause = job?.progress(0.05 + (0.8 * from) / touches.journey.customers, "following customers");
    if (pause) await pause;
  }
}

/** The same walk without pauses, for the customers behind a mark. */
export function walkAtOnce(touches: Touches, visit: (seen: FirstTouches) => void): void {
  customerSteps(touches, visit)(0, touches.journey.customers);
}

function customerSteps(touches: Touches, visit: (seen: FirstTouches) => void): (from: number, to: number) => void {
  const { journey, cell, goal, follows, stages, touchpoints, hasRest } = touches;
  const { offsets, time } = journey;
  const width = touchpoints.length;
  const cells = stages.length * width;
  const all = cells + stages.length;
  const values = journey.has("value") ? journey.value("value").values : null;
  const ordered = hasRest ? stages.length - 1 : stages.length;
  const met = new Int32Array(all).fill(-1);
  const nextIn = new Float64Array(stages.length);
  const seen: FirstTouches = {
    customer: 0,
    places: new Int32Array(all),
    count: 0,
    event: new Int32Array(all),
    time: new Float64Array(all),
    converts: new Float64Array(all),
    later: new Float64Array(all),
    forward: new Float64Array(stages.length),
    leaves: new Float64Array(stages.length),
    back: new Uint8Array(stages.length),
    last: 0,
    lastCell: -1,
  };

  function put(place: number, event: number, converts: number, later: number): void {
    if (met[place] !== seen.customer) {
      met[place] = seen.customer;
      seen.places[seen.count++] = place;
    }
    seen.event[place] = event;
    seen.time[place] = time[event]!;
    seen.converts[place] = converts;
    seen.later[place] = later;
  }

  function flow(stage: number, at: number, next: number): void {
    let [forward, leaves] = [Infinity, Infinity];
    for (let other = 0; other < ordered; other++) {
      if (other === stage) continue;
      leaves = Math.min(leaves, nextIn[other]!);
      if (other > stage) forward = Math.min(forward, nextIn[other]!);
    }
    seen.forward[stage] = forward;
    seen.leaves[stage] = leaves;
    if (next >= 0 && next < stage) seen.back[stage] = 1;
    nextIn[stage] = at;
  }

  return (from, to) => {
    for (let customer = from; customer < to; customer++) {
      if (follows[customer] === 0) continue;
      let [converts, later, next] = [Infinity, 0, -1];
      nextIn.fill(Infinity);
      seen.back.fill(0);
      seen.customer = customer;
      seen.count = 0;
      seen.lastCell = -1;
      for (let event = offsets[customer + 1]! - 1; event >= offsets[customer]!; event--) {
        const at = cell[event]!;
        if (at >= 0) {
          if (seen.lastCell < 0) {
            seen.lastCell = at;
            seen.last = time[event]!;
          }
          const stage = Math.floor(at / width);
          put(at, event, converts, later);
          put(cells + stage, event, converts, later);
          if (stage < ordered) {
            flow(stage, time[event]!, next);
            next = stage;
          }
        }
        if (goal !== null && goal[event] === 1) converts = time[event]!;
        const value = values === null ? 0 : values[event]!;
        if (value === value) later += value;
      }
      visit(seen);
    }
  };
}
