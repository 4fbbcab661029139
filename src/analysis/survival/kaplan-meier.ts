import { normalQuantile } from "../special/normal-quantile.ts";

/** A curve of those whose event has not come yet; one place per distinct time at which one came. */
export interface SurvivalCurve {
  time: Float64Array;
  survival: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
}

/**
 * Kaplan and Meier's estimate of how many are still without the event after a time, with log-log Greenwood intervals.
 *
 * It takes those who stopped being watched for like the others; where the reason they stopped has to do with the event, it misleads. Someone
 * censored at the very time of an event still counts as watched then.
 *
 * @param times How long each was watched, 0 or more.
 * @param events 1 where the event came then, 0 where watching ended.
 * @param level The confidence level, such as 0.95.
 * @example kaplanMeier(Float64Array.of(1, 2, 3), Uint8Array.of(1, 0, 1)).survival // [0.666…, 0]
 * @see Kaplan and Meier (1958), Nonparametric estimation from incomplete observations; Kalbfleisch and Prentice (2002) for the intervals
 */
export function kaplanMeier(times: Float64Array, events: Uint8Array, level = 0.95): SurvivalCurve {
  const came = times.filter((_, at) => events[at] === 1).sort();
  const latest = came.at(-1) ?? -Infinity;
  // Whoever was watched beyond the last event counts as watched at all of them; usually most were, and need no order.
  const ended = times.filter((time, at) => events[at] === 0 && time < latest).sort();
  const z = -normalQuantile((1 - level) / 2);
  const at: number[] = [];
  const survival: number[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  let left = 1;
  let variance = 0;
  let gone = 0;
  for (let place = 0; place < came.length;) {
    const time = came[place]!;
    let after = place;
    while (after < came.length && came[after] === time) after++;
    while (gone < ended.length && ended[gone]! < time) gone++;
    const watched = times.length - place - gone;
    const happened = after - place;
    left *= 1 - happened / watched;
    variance += happened / (watched * (watched - happened));
    const log = Math.log(left);
    const spread = Math.exp((z * Math.sqrt(variance)) / -log);
    at.push(time);
    survival.push(left);
    lower.push(left === 0 ? 0 : left ** spread);
    upper.push(left === 0 ? 0 : left ** (1 / spread));
    place = after;
  }
  return { time: Float64Array.from(at), survival: Float64Array.from(survival), lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
}

/**
 * The time by which a share has had the event; null where the curve never falls so far, that is, the share is not known.
 *
 * @param share From 0 to 1, such as 0.5 for the median.
 * @example timeToShare(kaplanMeier(Float64Array.of(1, 2, 3), Uint8Array.of(1, 1, 0)), 0.5) // 2
 */
export function timeToShare({ time, survival }: SurvivalCurve, share: number): number | null {
  const place = survival.findIndex((left) => left <= 1 - share + 1e-12);
  return place < 0 ? null : time[place]!;
}
