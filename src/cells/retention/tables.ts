import { wilson } from "../../analysis/intervals/wilson.ts";
import { periodStart } from "../../journey/calendar/period-start.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { bracketName } from "./brackets.ts";
import type { CellValues } from "./cohort-values.ts";
import type { Cohorts, RetentionParams } from "./cohorts.ts";
import { integers, numbers, texts } from "./columns.ts";
import type { Counts } from "./completeness.ts";

/** What every table is written from. */
export interface Source {
  cohorts: Cohorts;
  params: RetentionParams;
  level: number;
  weekStart: number;
}

/** A cohort's first local day as ISO text. */
export function cohortName(source: Pick<Source, "cohorts" | "params" | "weekStart">, cohort: number): string {
  return periodStart(source.params.grain, source.cohorts.first + cohort, source.weekStart);
}

/** How many leading periods are 100% by definition: those that count the very event that made someone a customer. */
function certainPeriods({ params, cohorts }: Source): number {
  if (params.start.length > 0 || params.acquired !== null) return 0;
  return params.measure === "bracket" && params.brackets[0]![0] > 0 ? 0 : 1 + cohorts.span.behind;
}

/** The columns of rates and revenue, of rows given by cells. */
function measures(
  source: Source,
  cells: Int32Array,
  counts: Omit<Counts, "size">,
  values: CellValues | null,
  hasTotal: (cell: number) => boolean,
): Column[] {
  const certain = certainPeriods(source);
  const take = (from: Int32Array) => cells.map((cell) => from[cell]!);
  const eligible = take(counts.eligible);
  const active = take(counts.active);
  const rate = Float64Array.from(active, (count, row) => (eligible[row] === 0 ? Number.NaN : count / eligible[row]!));
  const lower = new Float64Array(cells.length).fill(Number.NaN);
  const upper = new Float64Array(cells.length).fill(Number.NaN);
  for (let row = 0; row < cells.length; row++) {
    if (eligible[row] === 0) continue;
    const isCertain = cells[row]! % source.cohorts.periods < certain;
    const interval = isCertain ? { lower: 1, upper: 1 } : wilson(active[row]!, eligible[row]!, source.level);
    lower[row] = interval.lower;
    upper[row] = interval.upper;
  }
  const pick = (from: Float64Array | undefined, total: boolean) =>
    Float64Array.from(cells, (cell) => (from === undefined || (total && !hasTotal(cell)) ? Number.NaN : from[cell]!));
  const { revenue, cumulative } = values ?? {};
  return [
    integers("eligible", eligible, "count"),
    integers("active", active, "count"),
    numbers("rate", rate, "rate"),
    numbers("rate_lower", lower, "lower"),
    numbers("rate_upper", upper, "upper"),
    { name: "complete", type: "boolean", values: Uint8Array.from(cells, (cell) => counts.complete[cell]!) },
    numbers("revenue", pick(revenue?.value, false), "value"),
    numbers("revenue_lower", pick(revenue?.lower, false), "lower"),
    numbers("revenue_upper", pick(revenue?.upper, false), "upper"),
    numbers("cumulative_value", pick(cumulative?.value, true), "value"),
    numbers("cumulative_value_lower", pick(cumulative?.lower, true), "lower"),
    numbers("cumulative_value_upper", pick(cumulative?.upper, true), "upper"),
    integers("customers", active, "customers"),
  ];
}

/** The names of the periods where they are ranges of days. */
function bracketColumn(params: RetentionParams, period: Int32Array): Column[] {
  return params.measure === "bracket" ? [texts("bracket", period, params.brackets.map(bracketName))] : [];
}

/** One row per group, cohort and period: the heat map. Cohorts without customers have no rows. */
export function mainTable(source: Source, counts: Counts, values: CellValues | null): Table {
  const { cohorts, params } = source;
  const { periods, count, groups } = cohorts;
  const chosen: number[] = [];
  counts.size.forEach((size, slot) => {
    if (size === 0) return;
    for (let period = 0; period < periods; period++) {
      if (period === 0 || counts.eligible[slot * periods + period]! > 0) chosen.push(slot * periods + period);
    }
  });
  const cells = Int32Array.from(chosen);
  const slots = cells.map((cell) => Math.floor(cell / periods));
  const period = cells.map((cell) => cell % periods);
  const names = Array.from({ length: count }, (_, cohort) => cohortName(source, cohort));
  const isTotal = (cell: number) => counts.complete[cell] === 1 || (counts.eligible[cell]! > 0 && !isCalendar(params));
  return {
    rows: cells.length,
    unit: "group",
    columns: [
      ...(params.by === null
        ? []
        : [
            texts(
              "group",
              slots.map((slot) => Math.floor(slot / count)),
              groups,
            ),
          ]),
      texts(
        "cohort",
        slots.map((slot) => slot % count),
        names,
      ),
      integers("period", period, "dimension"),
      ...bracketColumn(params, period),
      integers(
        "size",
        slots.map((slot) => counts.size[slot]!),
        "count",
      ),
      ...measures(source, cells, counts, values, isTotal),
    ],
  };
}

/** Whether all customers of a cohort share their periods, and with them the end of the data. */
export function isCalendar(params: RetentionParams): boolean {
  return params.periods === "calendar" && params.measure !== "bracket";
}

/** Sums of a pooled curve, `groups × periods`. */
export interface Pooled extends Counts {
  /** Cohorts in each sum. */
  cohorts: Int32Array;
}

/** Adds up the chosen cells of all cohorts per group and period. */
export function pool(cohorts: Cohorts, counts: Counts, chosen: Uint8Array): Pooled {
  const { periods, count, groups } = cohorts;
  const cells = groups.length * periods;
  const make = () => new Int32Array(cells);
  const pooled: Pooled = { size: make(), eligible: make(), active: make(), cohorts: make(), complete: new Uint8Array(cells).fill(1) };
  chosen.forEach((isChosen, cell) => {
    if (isChosen === 0) return;
    const slot = Math.floor(cell / periods);
    const into = Math.floor(slot / count) * periods + (cell % periods);
    pooled.size[into]! += counts.size[slot]!;
    pooled.eligible[into]! += counts.eligible[cell]!;
    pooled.active[into]! += counts.active[cell]!;
    pooled.cohorts[into]!++;
    pooled.complete[into]! &= counts.complete[cell]!;
  });
  return pooled;
}

/** One row per group and period: Σ active / Σ eligible. */
export function curveTable(source: Source, pooled: Pooled, values: CellValues | null): Table {
  const { cohorts, params } = source;
  const { periods, groups } = cohorts;
  const cells = Int32Array.from(pooled.cohorts.keys()).filter((cell) => pooled.cohorts[cell]! > 0);
  const period = cells.map((cell) => cell % periods);
  return {
    rows: cells.length,
    unit: "group",
    columns: [
      ...(params.by === null
        ? []
        : [
            texts(
              "group",
              cells.map((cell) => Math.floor(cell / periods)),
              groups,
            ),
          ]),
      integers("period", period, "dimension"),
      ...bracketColumn(params, period),
      integers(
        "cohorts",
        cells.map((cell) => pooled.cohorts[cell]!),
        "count",
      ),
      integers(
        "size",
        cells.map((cell) => pooled.size[cell]!),
        "count",
      ),
      ...measures(source, cells, pooled, values, () => true),
    ],
  };
}
