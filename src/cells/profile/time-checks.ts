import { robustScores } from "../../analysis/outliers/robust-scores.ts";
import { localDay } from "../../analysis/calendar/local-day.ts";
import { zone } from "../../analysis/calendar/zone.ts";
import { localPeriods } from "../../journey/calendar/local-periods.ts";
import { quantile } from "../../analysis/quantile.ts";
import { isoTime } from "../../schema/formula/iso-time.ts";
import { passed, type Check } from "./check.ts";
import { marked } from "./marked.ts";
import type { Observed } from "./observed.ts";
import type { ProfileParams } from "./params.ts";
import { dayName, percent, several, someOf, whole } from "./say.ts";

const day = 86_400_000;
/** Rows a day from which a day without any is no chance: e^−10. */
const busy = 10;
/** Robust standard deviations. */
const unusual = 6;
/** What clocks may differ without harm. */
const tolerance = 5 * 60_000;

/** The first and the last moment that is believed, in UTC milliseconds. */
export function believed({ time }: Observed, { since, until }: Pick<ProfileParams, "since" | "until">, timezone: string): [number, number] {
  const clock = zone(timezone);
  const local = (date: string, days = 0) => clock.toUtc(isoTime(date)!.local + days * day);
  if (until !== null) return [local(since), local(until, 1)];
  const times = (time ?? new Float64Array()).filter((at) => at >= local(since)).sort();
  return [local(since), times.length === 0 ? Infinity : quantile(times, 0.999) + 30 * day];
}

/** Rows without a time, and rows before and after what is believed. */
export function strayChecks(observed: Observed, [first, end]: [number, number], timezone: string): Check[] {
  const { time, rows, row } = observed;
  if (time === null) return [];
  const none = marked("no_time", observed, (at) => Number.isNaN(time[at]!));
  const future = marked("future", observed, (at) => time[at]! >= end);
  const ancient = marked("ancient", observed, (at) => time[at]! < first);
  return [
    { ...none, severity: none.found === 0 ? "passed" : "warning", detail: `${several(none.found, row)} of ${whole(rows)} without a time` },
    {
      ...future,
      severity: future.found === 0 ? "passed" : "error",
      detail: end === Infinity ? `no ${row} to tell by` : `${several(future.found, row)} on ${dayName(localDay(zone(timezone), end))} or later`,
    },
    {
      ...ancient,
      severity: ancient.found === 0 ? "passed" : "error",
      detail: `${several(ancient.found, row)} before ${dayName(localDay(zone(timezone), first))}`,
    },
  ];
}

/** Days without rows, and days with far more or fewer than usual: of the local days between the first and the last that is believed. */
export function dayChecks(observed: Observed, [first, end]: [number, number], timezone: string): Check[] {
  const { row, who } = observed;
  const within = (at: number) => observed.time![at]! >= first && observed.time![at]! < end;
  const places = observed.time === null ? new Uint32Array() : Uint32Array.from(observed.time.keys()).filter(within);
  if (places.length === 0) return [];
  const days = localPeriods(
    "day",
    Float64Array.from(places, (at) => observed.time![at]!),
    timezone,
    1,
  );
  const start = days.reduce((least, found) => Math.min(least, found), Infinity);
  const last = days.reduce((most, found) => Math.max(most, found), -Infinity);
  const counts = new Float64Array(last - start + 1);
  for (const found of days) counts[found - start]!++;
  const missing = Array.from(counts.keys()).filter((at) => counts[at] === 0);
  const kept = Array.from(counts.keys()).filter((at) => counts[at]! > 0);
  const scores = robustScores(kept.map((at) => counts[at]!));
  const odd = new Set(kept.filter((_, at) => Math.abs(scores[at]!) > unusual).map((at) => at + start));
  const few = missing.length / counts.length < 0.1 && places.length / kept.length >= busy;
  const gaps: Check = {
    ...passed("missing_days", "days", counts.length, `${missing.length} of ${several(counts.length, "day")}`),
    found: missing.length,
    severity: missing.length === 0 ? "passed" : few ? "warning" : "note",
  };
  if (missing.length > 0) gaps.detail += `: ${someOf(missing.map((at) => dayName(at + start)))}${few ? "" : "; few rows a day, or days of rest"}`;
  const on = new Uint8Array(observed.rows);
  if (odd.size > 0) days.forEach((found, at) => odd.has(found) && (on[places[at]!] = 1));
  const unusualDays = marked("unusual_days", observed, (at) => on[at] === 1);
  const named = [...odd].map((found) => `${dayName(found)} with ${several(counts[found - start]!, row)}`);
  const usual = quantile(Float64Array.from(kept, (at) => counts[at]!).sort(), 0.5);
  return [
    gaps,
    {
      ...unusualDays,
      counts: "days",
      found: odd.size,
      of: counts.length,
      who: who === null ? null : unusualDays.who,
      severity: odd.size === 0 ? "passed" : "warning",
      detail:
        odd.size === 0 ? `usually ${whole(Math.round(usual))} a day, none far from it` : `${someOf(named)}; usually ${whole(Math.round(usual))}`,
    },
  ];
}

/** Rows that say they happened after they were received, and rows that stand before an earlier one. */
export function orderChecks(observed: Observed): Check[] {
  const { time, received, row, rows } = observed;
  if (time === null) return [];
  const skewed = received === null ? null : marked("clock_skew", observed, (at) => time[at]! - received[at]! > tolerance);
  const checks: Check[] =
    skewed === null
      ? []
      : [
          {
            ...skewed,
            severity: skewed.found === 0 ? "passed" : skewed.found > rows / 100 ? "error" : "warning",
            detail: `${several(skewed.found, row)} more than 5 minutes after being received`,
          },
        ];
  if (row === "event") return checks;
  let latest = -Infinity;
  const late = marked("out_of_order", observed, (at) => {
    const isLate = time[at]! < latest;
    if (time[at]! > latest) latest = time[at]!;
    return isLate;
  });
  return [
    ...checks,
    { ...late, severity: late.found === 0 ? "passed" : "note", detail: `${percent(late.found / (rows || 1))} of rows stand behind a later one` },
  ];
}
