import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import type { Values } from "../../schema/parameter.ts";
import type { params } from "./params.ts";

/** The parameters of a retention cell. */
export type RetentionParams = Values<typeof params>;

/** What the periods after birth are called: a unit and the name of each. */
export interface PeriodNames {
  /** "month", in the singular. */
  unit: string;
  /** "3", or "4–7" of a bracket. */
  name: (period: number) => string;
}

/** The names of the periods of a retention cell. */
export function periodNames({ measure, grain, brackets }: RetentionParams): PeriodNames {
  if (measure !== "bracket") return { unit: grain, name: String };
  return {
    unit: "day",
    name(period) {
      const range = brackets[period];
      if (range === undefined) return String(period);
      return range[0] === range[1] ? String(range[0]) : `${range[0]}–${range[1]}`;
    },
  };
}

/** A period in a sentence: "in month 3", "on day 1–3". */
export function inPeriod({ unit, name }: PeriodNames, period: number): string {
  return `${unit === "day" ? "on" : "in"} ${unit} ${name(period)}`;
}

/** A drawn column's name, which may be several periods. */
export function columnName(names: PeriodNames, first: number, last: number): string {
  return first === last ? names.name(first) : `${names.name(first)}–${names.name(last)}`;
}

const article: Record<string, string> = { day: "a day’s", week: "a week’s", month: "a month’s", quarter: "a quarter’s" };

function backIn({ measure, grain, trailing, look_ahead: ahead }: RetentionParams): string {
  const given = `came back ${grain === "day" ? "on" : "in"} the given ${grain} after`;
  const several = (count: number) => (count === 1 ? `the ${grain}` : `one of the ${count} ${grain}s`);
  if (measure === "unbounded" && ahead > 0) return `${given} or in ${several(ahead)} behind it`;
  if (measure === "trailing" && trailing > 1) return `${given} or in ${several(trailing - 1)} before it`;
  if (measure === "bracket") return "came back on one of the given days after";
  return given;
}

/** Whether periods are those of the calendar, which all customers of a cohort share. */
export const isByCalendar = ({ periods, measure }: RetentionParams): boolean => periods === "calendar" && measure !== "bracket";

/** What stands in the line of a cohort without cells. */
export function emptyNote(shown: RetentionParams): string {
  return isByCalendar(shown) ? `no ${shown.grain} after it yet` : "nobody followed that long yet";
}

/** What the hatch says. */
export function hatchNote(shown: RetentionParams): string {
  if (!isByCalendar(shown)) return "some customers not followed that long yet: a rate of those who were";
  return `${shown.grain} not over yet${shown.complete_only ? ", left out of averages" : ""}`;
}

function levelOf(shown: RetentionParams, { level, locale }: FigureTheme): string {
  const used = shown.level ?? level;
  return percent(used, locale, Number.isInteger(Number((used * 100).toPrecision(10))) ? 0 : 1);
}

/** The definition under the title: what the rate is of, how periods are counted, how many customers, which intervals. */
export function definition(shown: RetentionParams, customers: number, theme: FigureTheme): string {
  const { locale } = theme;
  const rolling = `${shown.grain}s from each customer’s own start`;
  const counting = shown.measure === "bracket" ? "days from each customer’s own start" : isByCalendar(shown) ? `calendar ${shown.grain}s` : rolling;
  const sentence = `Per cent of ${article[shown.grain] ?? "a period’s"} new customers who ${backIn(shown)} (${shown.measure}, ${counting}).`;
  return `${sentence} ${counted(customers, "customer", locale)}; ${levelOf(shown, theme)} Wilson intervals.`;
}

/** The title where no finding may be claimed. */
export function question({ grain }: RetentionParams): string {
  return `Returning customers by ${grain} of their start`;
}

/** What is said where cohorts or periods were too many to be drawn one by one. */
export function pooledNote(triangles: readonly { pooled: { cohortsEach: number; periodsEach: number } }[], { grain }: RetentionParams): string {
  const cohorts = Math.max(...triangles.map(({ pooled }) => pooled.cohortsEach));
  const periods = Math.max(...triangles.map(({ pooled }) => pooled.periodsEach));
  const parts = [cohorts > 1 ? `${cohorts} cohorts` : "", periods > 1 ? `${periods} ${grain}s` : ""].filter((part) => part !== "");
  return parts.length === 0 ? "" : `Too many to draw one by one: each cell takes ${parts.join(" and ")} together.`;
}

/** What the bands of a curve are. */
export function bandNote(lines: readonly { table: string }[], shown: RetentionParams, theme: FigureTheme): string {
  const bands = `with ${levelOf(shown, theme)} bands`;
  return lines.some((line) => line.table === "same_cohort") ? `${bands}; dashed: only the cohorts old enough for every period` : bands;
}
