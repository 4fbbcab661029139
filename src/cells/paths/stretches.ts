import type { Journey } from "../../journey/journey.ts";
import type { StepNames } from "./step-names.ts";

/** How a walk ended, or began where it is followed backwards. */
export const ends = { left: 0, active: 1, reached: 2 } as const;

/** A customer's steps in stretches that no cut goes through, one after the other. */
export interface Stretches {
  count: number;
  /** `count + 1` places in the steps. */
  offsets: Uint32Array;
  owner: Uint32Array;
  /** The number of the customer or visit, which the first anchor is looked for in. */
  unit: Uint32Array;
  steps: Int32Array;
  times: Float64Array;
  /** Per step: bit 0 where a path starts, bit 1 where one ends as reached. */
  anchors: Uint8Array;
  /** Per stretch: `ends.left` or `ends.active`. */
  ending: Uint8Array;
}

/** What a journey is cut by. */
export interface Cuts {
  codes: Int32Array;
  names: StepNames;
  start: Uint8Array | null;
  end: Uint8Array | null;
  kept: Uint8Array;
  sessions: Int32Array | null;
  collapse: boolean;
  /** Whether every start counts, not the first of a customer or visit only. */
  every: boolean;
  /** Milliseconds. */
  maxGap: number;
  exitGap: number;
}

/**
 * The steps of the customers kept, cut between visits where paths are visits, and at pauses that are too long.
 *
 * An anchor is always a step. It is taken together with a repeat of it only at the same moment, as the lines of one order are.
 */
export function stretches(journey: Journey, cuts: Cuts): Stretches {
  const { offsets, time, customers, window } = journey;
  const { codes, names, start, end, kept, sessions, collapse, every, maxGap, exitGap } = cuts;
  const [steps, times, anchors] = [new Int32Array(journey.rows), new Float64Array(journey.rows), new Uint8Array(journey.rows)];
  const begins: number[] = [];
  const [owner, unit, ending]: [number[], number[], number[]] = [[], [], []];
  let size = 0;
  let units = -1;
  for (let customer = 0; customer < customers; customer++) {
    if (kept[customer] === 0) continue;
    let [last, session, latest, isStarted] = [-1, -1, Number.NaN, false];
    for (let event = offsets[customer]!; event < offsets[customer + 1]!; event++) {
      let anchor = (start?.[event] ?? 0) | ((end?.[event] ?? 0) << 1);
      let step = codes[event]!;
      if (step < 0) step = (anchor & 2) !== 0 ? names.goal : (anchor & 1) !== 0 ? names.start : -1;
      if (step < 0) continue;
      const now = time[event]!;
      const isNewUnit = last < 0 || (sessions !== null && sessions[event] !== session);
      if (isNewUnit || now - latest > maxGap) {
        if (last >= 0) ending.push(ends.left);
        begins.push(size);
        owner.push(customer);
        if (isNewUnit) {
          units++;
          isStarted = false;
        }
        unit.push(units);
        session = sessions?.[event] ?? 0;
        last = -1;
      }
      latest = now;
      if (isStarted && !every) anchor &= 2;
      if ((anchor & 1) !== 0) isStarted = true;
      if (collapse && step === last && ((anchor | anchors[size - 1]!) === 0 || now === times[size - 1])) {
        anchors[size - 1]! |= anchor;
        continue;
      }
      steps[size] = last = step;
      times[size] = now;
      anchors[size++] = anchor;
    }
    if (last >= 0) ending.push(latest + exitGap > window[1] ? ends.active : ends.left);
  }
  return {
    count: begins.length,
    offsets: Uint32Array.from([...begins, size]),
    owner: Uint32Array.from(owner),
    unit: Uint32Array.from(unit),
    steps: steps.subarray(0, size),
    times: times.subarray(0, size),
    anchors: anchors.subarray(0, size),
    ending: Uint8Array.from(ending),
  };
}
