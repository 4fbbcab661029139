import { wilson } from "../../analysis/intervals/wilson.ts";
import { integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Rates, StepCounts } from "./counts.ts";
import type { GroupDifference } from "./differences.ts";
import type { Exit } from "./exits.ts";
import type { AttemptGroups } from "./groups.ts";
import type { FunnelParams } from "./plan.ts";
import type { ConversionTimes } from "./time-to-convert.ts";

const rateColumns = (name: string, { rate, lower, upper }: Rates) => [
  numberColumn(name, rate, "rate"),
  numberColumn(`${name}_lower`, lower, "lower"),
  numberColumn(`${name}_upper`, upper, "upper"),
];

/** The steps with who reached them: one row per group and step. */
export function mainTable(
  params: FunnelParams,
  { names }: AttemptGroups,
  { reached, customers, immature }: StepCounts,
  rates: { step: Rates; total: Rates },
  [p25, median, p75]: readonly [Float64Array, Float64Array, Float64Array],
  labels: readonly string[],
): Table {
  const steps = labels.length;
  const rows = names.length * steps;
  const each = <T>(of: (group: number, step: number) => T): T[] => Array.from({ length: rows }, (_, row) => of(Math.floor(row / steps), row % steps));
  const isOnce = params.counting === "unique";
  return {
    rows,
    unit: "group",
    columns: [
      integerColumn(
        "step",
        each((_, step) => step + 1),
        "dimension",
      ),
      textColumn(
        "label",
        each((_, step) => labels[step]!),
      ),
      ...(params.by === null
        ? []
        : [
            textColumn(
              "group",
              each((group) => names[group]!),
            ),
          ]),
      integerColumn("customers", customers, "customers"),
      ...(isOnce ? [] : [{ ...integerColumn("entries", reached), label: params.counting === "sessions" ? "sessions" : "attempts" }]),
      ...rateColumns("rate_step", rates.step),
      ...rateColumns("rate_total", rates.total),
      integerColumn(
        "dropped",
        each((group, step) => (step === 0 ? 0 : reached[group * steps + step - 1]! - reached[group * steps + step]!)),
      ),
      { ...numberColumn("median_seconds", median), unit: "s" },
      { ...numberColumn("p25_seconds", p25), unit: "s" },
      { ...numberColumn("p75_seconds", p75), unit: "s" },
      integerColumn("immature", immature),
    ],
  };
}

/** One way to count: how many customers (or attempts) entered and how many of them did every step. */
export interface Tried {
  entered: number;
  converted: number;
  /** Different customers who did every step. */
  customers: number;
  /** Whether each customer counts once: only then are the trials independent, and Wilson's interval right. */
  once: boolean;
}

const bounded = (tried: readonly Tried[], level: number) => {
  const bounds = tried.map(({ entered, converted, once }) =>
    entered === 0 || !once ? { lower: Number.NaN, upper: Number.NaN } : wilson(converted, entered, level),
  );
  return [
    integerColumn(
      "customers",
      tried.map((row) => row.customers),
      "customers",
    ),
    integerColumn(
      "entered",
      tried.map((row) => row.entered),
    ),
    integerColumn(
      "converted",
      tried.map((row) => row.converted),
    ),
    numberColumn(
      "rate",
      tried.map((row) => row.converted / row.entered),
      "rate",
    ),
    numberColumn(
      "rate_lower",
      bounds.map((row) => row.lower),
      "lower",
    ),
    numberColumn(
      "rate_upper",
      bounds.map((row) => row.upper),
      "upper",
    ),
  ];
};

/** How the conversion changes with the time allowed. */
export function windowTable(windows: readonly (Tried & { seconds: number })[], level: number): Table {
  const seconds = {
    ...numberColumn(
      "window_seconds",
      windows.map((row) => row.seconds),
      "dimension",
    ),
    unit: "s",
  };
  return { rows: windows.length, unit: "group", columns: [seconds, ...bounded(windows, level)] };
}

/** How the conversion changes with the rules. */
export function rulesTable(rules: readonly (Tried & { name: string })[], level: number): Table {
  return {
    rows: rules.length,
    unit: "group",
    columns: [
      textColumn(
        "rules",
        rules.map(({ name }) => name),
      ),
      ...bounded(rules, level),
    ],
  };
}

/** How many had converted after a time. */
export function timesTable({ seconds, customers, share, lower, upper }: ConversionTimes): Table {
  return {
    rows: seconds.length,
    unit: "group",
    columns: [
      { ...numberColumn("seconds", seconds, "dimension"), unit: "s" },
      integerColumn("customers", customers, "customers"),
      ...rateColumns("share", { rate: share, lower, upper }),
    ],
  };
}

/** What those who stopped did next. */
export function exitsTable(exits: readonly Exit[], labels: readonly string[]): Table {
  return {
    rows: exits.length,
    unit: "group",
    columns: [
      integerColumn(
        "step",
        exits.map(({ step }) => step + 1),
        "dimension",
      ),
      textColumn(
        "label",
        exits.map(({ step }) => labels[step]!),
      ),
      textColumn(
        "event",
        exits.map(({ event }) => event),
      ),
      integerColumn(
        "customers",
        exits.map(({ customers }) => customers),
        "customers",
      ),
      numberColumn(
        "share",
        exits.map(({ share }) => share),
        "rate",
      ),
    ],
  };
}

/** Each group against everyone else. */
export function differencesTable(found: readonly GroupDifference[]): Table {
  const of = (name: Exclude<keyof GroupDifference, "group">) => found.map((row) => row[name]);
  return {
    rows: found.length,
    unit: "group",
    columns: [
      textColumn(
        "group",
        found.map(({ group }) => group),
      ),
      integerColumn("customers", of("customers"), "customers"),
      integerColumn("converted", of("converted")),
      numberColumn("rate", of("rate"), "rate"),
      numberColumn("rate_lower", of("rateLower"), "lower"),
      numberColumn("rate_upper", of("rateUpper"), "upper"),
      numberColumn("rate_rest", of("rest"), "rate"),
      numberColumn("difference", of("difference")),
      numberColumn("difference_lower", of("lower"), "lower"),
      numberColumn("difference_upper", of("upper"), "upper"),
      numberColumn("q_value", of("q")),
    ],
  };
}
