import { quantile } from "../../analysis/quantile.ts";
import { kaplanMeier, timeToShare } from "../../analysis/survival/kaplan-meier.ts";
import type { AttemptList } from "./attempt-list.ts";
import type { Plan } from "./plan.ts";

/** How many have converted after a time, of all who entered: those whose time is not over count as long as they were watched. */
export interface ConversionTimes {
  /** Seconds, evenly from 0 to where nearly all who convert have: at most the window. */
  seconds: Float64Array;
  customers: Int32Array;
  share: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** Seconds by which half had converted; null where fewer than half do within the window. */
  median: number | null;
}

const places = 40;

/** Seconds from the entry to the last step, or −1 for attempts that did not get there. */
export function secondsToConvert({ journey: { time } }: Plan, { depth, steps, entered, places: events }: AttemptList, attempt: number): number {
  if (depth[attempt] !== steps) return -1;
  return Math.max(0, time[events[attempt * steps + steps - 1]!]! - entered[attempt]!) / 1000;
}

/** The curve of conversion by time since entry (Kaplan and Meier). */
export function conversionTimes(plan: Plan, attempts: AttemptList, level: number): ConversionTimes {
  const { journey, window } = plan;
  const times = new Float64Array(attempts.count);
  const events = new Uint8Array(attempts.count);
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const took = secondsToConvert(plan, attempts, attempt);
    const watched = Math.min(window, journey.window[1] - attempts.entered[attempt]!) / 1000;
    events[attempt] = took >= 0 ? 1 : 0;
    times[attempt] = took >= 0 ? took : Math.max(0, watched);
  }
  const curve = kaplanMeier(times, events, level);
  const took = times.filter((_, attempt) => events[attempt] === 1).sort();
  const shown = took.length === 0 ? Infinity : 2 * quantile(took, 0.95) || Infinity;
  const horizon = Math.min(window / 1000, Math.ceil(shown / places) * places);
  const seconds = Float64Array.from({ length: places + 1 }, (_, place) => (horizon * place) / places);
  const customers = new Int32Array(seconds.length);
  // Attempts stand by customer, so the soonest of each customer is known before the next one comes.
  for (let attempt = 0; attempt < attempts.count;) {
    const customer = attempts.customer[attempt]!;
    let soonest = Infinity;
    for (; attempt < attempts.count && attempts.customer[attempt] === customer; attempt++)
      if (events[attempt] === 1) soonest = Math.min(soonest, times[attempt]!);
    let place = Math.max(0, Math.floor((soonest / horizon) * places) - 1);
    while (place < seconds.length && soonest > seconds[place]!) place++;
    if (place < seconds.length) customers[place]!++;
  }
  for (let place = 1; place < seconds.length; place++) customers[place]! += customers[place - 1]!;
  const at = (values: Float64Array) => {
    let place = -1;
    return Float64Array.from(seconds, (second) => {
      while (place + 1 < curve.time.length && curve.time[place + 1]! <= second) place++;
      return place < 0 ? 0 : 1 - values[place]!;
    });
  };
  return { seconds, customers, share: at(curve.survival), lower: at(curve.upper), upper: at(curve.lower), median: timeToShare(curve, 0.5) };
}
