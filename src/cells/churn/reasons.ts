import { isNumeric, type Feature } from "./feature.ts";

/** A number in a sentence. */
function said(value: number): string {
  const size = Math.abs(value);
  return value.toLocaleString("en-US", { maximumFractionDigits: size >= 100 ? 0 : size >= 10 ? 1 : 2 });
}

const times = (count: number, one: string, many = `${one}s`) => `${said(count)} ${count === 1 ? one : many}`;

/** The days between a customer's activities, where they are known. */
function usual(features: readonly Feature[], row: number): string {
  const gap = features.find(({ name }) => name === "usual_gap_days");
  const value = gap !== undefined && isNumeric(gap) ? gap.values[row]! : Number.NaN;
  return Number.isNaN(value) ? "" : `, usually ${said(Math.max(1, Math.round(value)))}`;
}

type Sentence = (value: number, features: readonly Feature[], row: number) => string;

const activities =
  (when: string): Sentence =>
  (value) =>
    `${value === 0 ? "no activity" : times(value, "activity", "activities")} ${when}`;
const worth =
  (when: string): Sentence =>
  (value) =>
    `value of ${said(value)} ${when}`;
const direction =
  (less: string, more: string, same: string): Sentence =>
  (value) =>
    value < 0 ? less : value > 0 ? more : same;

const sentences: Record<string, Sentence> = {
  recency_days: (value, features, row) => `${times(value, "day")} since the last activity${usual(features, row)}`,
  overdue_ratio: (value) => `silent for ${said(value)} times the usual pause`,
  tenure_days: (value) => `known for ${times(value, "day")}`,
  events_observed: activities("while observed"),
  events_7d: activities("in the last 7 days"),
  events_30d: activities("in the last 30 days"),
  events_90d: activities("in the last 90 days"),
  active_days: (value) => `active on ${times(value, "day")}`,
  trend: direction("less active than the month before", "more active than the month before", "as active as the month before"),
  weekly_slope: direction("activity falls from week to week", "activity rises from week to week", "activity level from week to week"),
  usual_gap_days: (value) => `usually ${times(Math.round(value), "day")} between activities`,
  visits: (value) => times(value, "visit"),
  distinct_channels: (value) => times(value, "channel"),
  distinct_events: (value) => times(value, "kind of event", "kinds of events"),
  top_channel_share: (value) => `${said(value * 100)}% through one channel`,
  value_observed: worth("while observed"),
  value_30d: worth("in the last 30 days"),
  value_90d: worth("in the last 90 days"),
  mean_value: (value) => `a mean value of ${said(value)}`,
  refunds: (value) => (value === 0 ? "no refund" : times(value, "refund")),
  last_score: (value) => `last score ${said(value)}`,
  last_score_days: (value) => `last score ${times(value, "day")} ago`,
};

const onlyOnce = new Set(["usual_gap_days", "overdue_ratio", "gap_variation"]);

/** What a feature says of a row, in words. It contributes to the score; it is no cause. */
export function reasonOf(features: readonly Feature[], place: number, row: number): string {
  const feature = features[place]!;
  if (!isNumeric(feature)) {
    const code = feature.codes[row]!;
    return `${feature.label}: ${code < 0 ? "missing" : feature.dictionary[code]!}`;
  }
  const value = feature.values[row]!;
  if (Number.isNaN(value)) return onlyOnce.has(feature.name) ? "active only once" : `${feature.label}: none`;
  return sentences[feature.name]?.(value, features, row) ?? `${feature.label}: ${said(value)}`;
}
