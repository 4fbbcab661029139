import type { FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { number } from "../../figures/formats/number.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import type { CohortCell } from "./cells-figure.ts";

/** A value with its interval, where there is one. */
export interface Estimate {
  value: number;
  lower: number | null;
  upper: number | null;
}

/** What a curve shows of cohorts: one column of the table, and how it is written. */
export interface Reading {
  column: "rate" | "cumulative_value";
  /** Null where a cell has no such value. */
  of: (cell: CohortCell) => Estimate | null;
  /** A value in a label, its interval behind it, a tick, and the counts it rests on. */
  value: (value: number) => string;
  interval: (lower: number, upper: number) => string;
  tick: (value: number, last: boolean) => string;
  counts: (cell: CohortCell) => string;
}

/** Decimals of a tick in per cent. */
const decimals = (tick: number) => (Number.isInteger(Number((tick * 100).toPrecision(10))) ? 0 : 1);

/** The share of customers who came back. */
export function rateReading({ locale }: FigureTheme): Reading {
  return {
    column: "rate",
    of: ({ rate, lower, upper }) => (rate === null ? null : { value: rate, lower, upper }),
    value: (value) => percent(value, locale, 1),
    interval: (lower, upper) => percentInterval(lower, upper, locale, 1),
    tick: (value, last) => (last ? percent : hundredths)(value, locale, decimals(value)),
    counts: ({ active, eligible }) => `${number(active, locale)} of ${counted(eligible, "customer", locale)} came back`,
  };
}

/** What a customer has brought so far. */
export function valueReading({ locale, currency }: FigureTheme): Reading {
  return {
    column: "cumulative_value",
    of: ({ value, valueLower, valueUpper }) => (value === null ? null : { value, lower: valueLower, upper: valueUpper }),
    value: (value) => money(value, currency, locale),
    interval: (lower, upper) => `(${money(lower, null, locale)}–${money(upper, null, locale)})`,
    tick: (value, last) =>
      last && Math.abs(value) < 10_000 ? money(value, currency, locale, Number.isInteger(value) ? 0 : 2) : compact(value, locale, 10_000),
    counts: ({ eligible }) => `of ${counted(eligible, "customer", locale)}`,
  };
}
