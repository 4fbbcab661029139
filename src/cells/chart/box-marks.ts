import { quantile } from "../../analysis/quantile.ts";
import type { DataTable } from "../../data/data-table.ts";
import type { Scalar } from "../../schema/scalar.ts";
import { byGroup, sortedValues } from "./aggregate.ts";
import { rowNumbers } from "./column-values.ts";
import type { Clock } from "./dimension.ts";
import { dimensionsOf } from "./dimensions-of.ts";
import { cellsOf, codesOf, dimensionColumns } from "./grouped-marks.ts";
import { mostMarks, type Drawing } from "./marks.ts";
import type { ChartParams } from "./params.ts";
import type { Plan } from "./plan.ts";
import type { DrawnValues } from "./table-of.ts";

/** Single values beyond the whiskers that are drawn. */
const mostBeyond = 2_000;

const measures = ["low", "lower_quartile", "median", "upper_quartile", "high", "beyond", "rows"] as const;

/**
 * A box for each group: the quartiles (type 7), and whiskers to the furthest value within one and a half times their distance.
 *
 * @see Tukey (1977), Exploratory data analysis
 */
export function boxMarks(table: DataTable, chosen: Plan, params: ChartParams, clock: Clock): Drawing {
  const value = chosen.y!;
  const numbers = rowNumbers(table, value);
  const dimensions = dimensionsOf(table, chosen, { ...params, aggregate: params.sort === "auto" ? "median" : params.aggregate }, clock);
  const { cells, count, excluded } = cellsOf(table.rows, dimensions, { name: value.name, numbers });
  const grouped = byGroup(cells, count);
  const shown: number[] = [];
  for (let cell = 0; cell < count && shown.length < mostMarks; cell++) if (grouped.starts[cell + 1]! > grouped.starts[cell]!) shown.push(cell);
  const beyond: { cell: number; value: number }[] = [];
  let beyondAll = 0;
  const rows = shown.map((cell): Record<(typeof measures)[number], number> => {
    const sorted = sortedValues(numbers, grouped, cell);
    const [lower, middle, upper] = [0.25, 0.5, 0.75].map((probability) => quantile(sorted, probability)) as [number, number, number];
    const reach = 1.5 * (upper - lower);
    const inside = sorted.filter((one) => one >= lower - reach && one <= upper + reach);
    for (const one of sorted) {
      if (one >= lower - reach && one <= upper + reach) continue;
      beyondAll++;
      if (beyond.length < mostBeyond) beyond.push({ cell, value: one });
    }
    return {
      low: inside[0]!,
      lower_quartile: lower,
      median: middle,
      upper_quartile: upper,
      high: inside.at(-1)!,
      beyond: sorted.length - inside.length,
      rows: sorted.length,
    };
  });
  const made = dimensionColumns(
    dimensions,
    shown.map((cell) => codesOf(cell, dimensions)),
  );
  const unit = value.unit === undefined ? {} : { unit: value.unit };
  const isCount = (measure: string) => measure === "beyond" || measure === "rows";
  const columns: DrawnValues[] = measures.map((measure) => ({
    name: measure,
    type: "number",
    ...(isCount(measure) ? { role: "count" as const } : { role: "value" as const, ...unit }),
    values: rows.map((row): Scalar => row[measure]),
  }));
  const single = dimensionColumns(
    dimensions,
    beyond.map(({ cell }) => codesOf(cell, dimensions)),
  );
  return {
    mark: "box",
    aggregate: "median",
    channels: [
      ...made.channels,
      ...measures.map((measure) => ({ channel: measure, column: measure, made: `${measure.replaceAll("_", " ")} of ${value.name}` })),
    ],
    columns: [...made.columns, ...columns],
    n: grouped.rows.length,
    of: null,
    excluded,
    further: { beyond: [...single.columns, { name: value.name, type: "number", values: beyond.map((one) => one.value), ...unit }] },
    notes:
      beyondAll > beyond.length
        ? [
            {
              code: "beyond",
              lead: "Not every single value is drawn.",
              text: `${beyond.length.toLocaleString("en-US")} of ${beyondAll.toLocaleString("en-US")} values beyond the whiskers are shown; the boxes are of all rows.`,
            },
          ]
        : [],
  };
}
