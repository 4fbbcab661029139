/** Everyone's steps until a goal, as a landmark comparison needs them. */
export interface LandmarkInput {
  /** `customers + 1` places in the steps; the steps at and after the goal are left out. */
  offsets: Uint32Array;
  steps: Int32Array;
  times: Float64Array;
  /** When each customer reached the goal; Infinity for never. */
  goal: Float64Array;
  /** Milliseconds after a landmark in which the goal counts. */
  within: number;
  /** The end of the data: a landmark whose time is not over by then is left out, whatever came of it. */
  observedTo: number;
  /** How many landmarks: a customer's first step, second step, …. */
  landmarks: number;
}

/** A customer at the landmarks: at risk at the first `atRisk` of them, with the goal reached in time from landmark `succeeds` on. */
export type AtLandmarks = (customer: number, atRisk: number, succeeds: number) => void;
/** A step a customer had seen from landmark `since` on, counted from 0. */
export type Exposed = (customer: number, step: number, since: number) => void;

/**
 * Goes through all customers at their landmarks, and the steps each of them had seen by then.
 *
 * @param width Steps are from 0 to width − 1.
 */
export function landmarkExposures(input: LandmarkInput, width: number, at: AtLandmarks, exposed: Exposed): void {
  const { offsets, steps, times, goal, within, observedTo, landmarks } = input;
  const seenBy = new Int32Array(width).fill(-1);
  for (let customer = 0; customer < offsets.length - 1; customer++) {
    const first = offsets[customer]!;
    const last = Math.min(offsets[customer + 1]!, first + landmarks);
    const reached = goal[customer]!;
    let atRisk = 0;
    let succeeds = -1;
    for (let place = first; place < last && times[place]! < reached && times[place]! + within <= observedTo; place++) {
      if (succeeds < 0 && reached - times[place]! <= within) succeeds = atRisk;
      atRisk++;
    }
    if (atRisk === 0) continue;
    at(customer, atRisk, succeeds < 0 ? atRisk : succeeds);
    for (let since = 0; since < atRisk; since++) {
      const step = steps[first + since]!;
      if (seenBy[step] === customer) continue;
      seenBy[step] = customer;
      exposed(customer, step, since);
    }
  }
}
