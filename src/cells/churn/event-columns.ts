import { quantile } from "../../analysis/quantile.ts";
import type { Journey } from "../../journey/journey.ts";
import { day } from "./windows.ts";

/** Puts one number of a row into the column of a feature. */
export type Put = (name: string, label: string, value: number) => void;

/** The events of one customer while observed: [first, end) in the journey. */
export type Range = readonly [first: number, end: number];

const spans = [7, 30, 90] as const;
const gaps = [
  ["usual_gap_days", "Usual days between activities"],
  ["gap_variation", "How much the days between vary"],
  ["overdue_ratio", "Days since the last activity, in usual gaps"],
] as const;

/** The slope of a line through counts of weeks, from the oldest to the newest, per week. */
function slope(counts: Float64Array): number {
  const middle = (counts.length - 1) / 2;
  let [products, squares] = [0, 0];
  counts.forEach((count, week) => {
    products += (week - middle) * count;
    squares += (week - middle) ** 2;
  });
  return squares === 0 ? 0 : products / squares;
}

function pauses(put: Put, times: Float64Array, time: number): void {
  if (times.length < 2) {
    for (const [name, label] of gaps) put(name, label, Number.NaN);
    return;
  }
  const between = Float64Array.from({ length: times.length - 1 }, (_, place) => (times[place + 1]! - times[place]!) / day).sort();
  const mean = between.reduce((sum, gap) => sum + gap, 0) / between.length;
  const spread = Math.sqrt(between.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / between.length);
  const median = quantile(between, 0.5);
  const values = [median, mean === 0 ? 0 : spread / mean, (time - times.at(-1)!) / day / Math.max(1, median)];
  gaps.forEach(([name, label], place) => put(name, label, values[place]!));
}

/**
 * How recent, how often, how regular, and in which direction.
 *
 * @param times Of the customer's activities while observed.
 * @param window From when to the snapshot, in UTC milliseconds.
 * @param first When the customer was first seen.
 */
export function rhythm(put: Put, times: Float64Array, [from, time]: readonly [number, number], first: number): void {
  const within = (days: number) => times.reduce((count, at) => count + (at >= time - days * day ? 1 : 0), 0);
  const last = times.at(-1);
  put("recency_days", "Days since the last activity", last === undefined ? Number.NaN : Math.floor((time - last) / day));
  put("tenure_days", "Days since the first event", Math.floor((time - first) / day));
  put("events_observed", "Activities while observed", times.length);
  for (const days of spans) put(`events_${days}d`, `Activities in the last ${days} days`, within(days));
  const [recent, before] = [within(30), within(60) - within(30)];
  put("trend", "Last 30 days against the 30 before", Math.log((recent + 1) / (before + 1)));
  const weeks = new Float64Array(Math.max(2, Math.min(12, Math.floor((time - from) / (7 * day)))));
  for (const at of times) {
    const back = Math.floor((time - at) / (7 * day));
    if (back < weeks.length) weeks[weeks.length - 1 - back]!++;
  }
  put("weekly_slope", "Slope of weekly activity", slope(weeks));
  put("active_days", "Days with activity", new Set(Array.from(times, (at) => Math.floor(at / day))).size);
  pauses(put, times, time);
}

/** What each event is, per event of the journey. */
export interface EventCodes {
  event: Int32Array;
  channel: Int32Array;
  session: Int32Array;
}

function entropy(counts: ReadonlyMap<number, number>, total: number): number {
  let sum = 0;
  for (const count of counts.values()) sum -= (count / total) * Math.log2(count / total);
  return sum;
}

/** Which events, through which channels, in how many visits. `counted` are events with a count of their own. */
export function mix(put: Put, codes: EventCodes, counted: readonly { name: string; code: number }[], [first, end]: Range): void {
  const [ofEvent, ofChannel, visits] = [new Map<number, number>(), new Map<number, number>(), new Set<number>()];
  let channelled = 0;
  for (let event = first; event < end; event++) {
    const [what, channel] = [codes.event[event]!, codes.channel[event]!];
    ofEvent.set(what, (ofEvent.get(what) ?? 0) + 1);
    if (codes.session[event]! >= 0) visits.add(codes.session[event]!);
    if (channel < 0) continue;
    ofChannel.set(channel, (ofChannel.get(channel) ?? 0) + 1);
    channelled++;
  }
  put("visits", "Visits while observed", visits.size);
  put("distinct_events", "Different events", ofEvent.size);
  for (const { name, code } of counted) put(`event ${name}`, `Events "${name}"`, ofEvent.get(code) ?? 0);
  put("distinct_channels", "Different channels", ofChannel.size);
  put("top_channel_share", "Share of the main channel", channelled === 0 ? Number.NaN : Math.max(...ofChannel.values()) / channelled);
  put("channel_entropy", "How mixed the channels are", channelled === 0 ? Number.NaN : entropy(ofChannel, channelled));
}

/** How much, how recently, and what was given back. `values` are of the journey's events. */
export function money(put: Put, values: Float64Array, { time }: Journey, snapshot: number, [first, end]: Range): void {
  let [sum, count, refunds, in30, in90] = [0, 0, 0, 0, 0];
  for (let event = first; event < end; event++) {
    const value = values[event]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    if (value < 0) refunds++;
    else count++;
    if (time[event]! >= snapshot - 30 * day) in30 += value;
    if (time[event]! >= snapshot - 90 * day) in90 += value;
  }
  put("value_observed", "Value while observed", sum);
  put("value_30d", "Value in the last 30 days", in30);
  put("value_90d", "Value in the last 90 days", in90);
  put("mean_value", "Mean value of an event", count === 0 ? Number.NaN : sum / count);
  put("refunds", "Refunds", refunds);
}

/** What was answered last, when, and on average. */
export function scores(put: Put, values: Float64Array, { time }: Journey, snapshot: number, [first, end]: Range): void {
  let [sum, count, last] = [0, 0, -1];
  for (let event = first; event < end; event++) {
    if (Number.isNaN(values[event]!)) continue;
    sum += values[event]!;
    count++;
    last = event;
  }
  put("last_score", "Last score given", last < 0 ? Number.NaN : values[last]!);
  put("last_score_days", "Days since the last score", last < 0 ? Number.NaN : Math.floor((snapshot - time[last]!) / day));
  put("mean_score", "Mean score given", count === 0 ? Number.NaN : sum / count);
}
