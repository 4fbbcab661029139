import { curve } from "../../figures/curve.ts";
import type { CurveSeries } from "../../figures/curve-series.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { numbers, texts } from "../../figures/read.ts";
import { category, variable } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";
import { modelLabel } from "./words-figure.ts";

const paints = { boosting: category(0), logistic: category(2), recency: { fill: variable("cat-10"), ink: variable("cat-10-ink") } };

/** How many of those who left are found by contacting the riskiest: a line per model. */
export function gainFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const table = result.tables["gain"];
  if (table === undefined || table.rows === 0) return null;
  const { locale } = theme;
  const model = texts(table, "model").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name);
  const [contacted, found, lower, upper, customers] = ["contacted", "found", "found_lower", "found_upper", "customers"].map(of) as [
    (number | null)[],
    (number | null)[],
    (number | null)[],
    (number | null)[],
    (number | null)[],
  ];
  const series = [...new Set(model)].toReversed().map((name): CurveSeries => {
    const rows = model.flatMap((own, row) => (own === name && contacted[row] !== null && found[row] !== null ? [row] : []));
    const atTenth = rows.find((row) => Math.abs(contacted[row]! - 0.1) < 1e-9);
    const points = rows.map((row) => ({
      x: Math.round(contacted[row]! * 100),
      y: found[row]!,
      lower: lower[row] ?? null,
      upper: upper[row] ?? null,
      row,
      tip: () => ({
        lead: `${modelLabel(name)}: ${percent(found[row]!, locale)} found`,
        text: lower[row] === null || upper[row] === null ? "" : percentInterval(lower[row]!, upper[row]!, locale, 0),
        second: `by contacting the riskiest ${percent(contacted[row]!, locale)}, ${customers[row] ?? 0} customers`,
      }),
    }));
    const end = atTenth === undefined ? "" : `${(found[atTenth]! * 10).toFixed(1)}× in the top 10%`;
    return { name: modelLabel(name), end, paint: paints[name as keyof typeof paints] ?? category(3), dashed: false, points };
  });
  const alt = `Curves of leavers found by customers contacted. ${series.map(({ name, end }) => `${name}: ${end}`).join(", ")}.`;
  const picture = curve({
    label: alt,
    width: theme.width,
    series,
    formatX: (x) => `${x}%`,
    unitX: "contacted",
    formatY: (y) => percent(y, locale),
    fromZero: true,
  });
  return {
    element: element("div", "figure", picture),
    title: "Do they find the leavers?",
    subtitle: "Customers contacted, riskiest first → leavers found",
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "gain", row: { model: model[row]!, contacted: contacted[row]! } };
    },
  };
}
