import { curve } from "../../figures/curve.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { money } from "../../figures/formats/money.ts";
import { percent } from "../../figures/formats/percent.ts";
import { flags, numbers } from "../../figures/read.ts";
import { category } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";

/** What contacting the riskiest pays, by how many are contacted; null without amounts. */
export function profitFigure(result: CellResult, theme: FigureTheme): Figure | null {
  const table = result.tables["profit"];
  if (table === undefined || table.rows === 0) return null;
  const { locale, currency } = theme;
  const amount = (value: number) => money(value, currency, locale);
  const [contacted, profit] = [numbers(table, "contacted"), numbers(table, "profit")];
  const [lower, upper] = [numbers(table, "profit_lower"), numbers(table, "profit_upper")];
  const best = flags(table, "best").indexOf(true);
  const points = contacted.map((depth, row) => ({
    x: Math.round(depth! * 100),
    y: profit[row] ?? 0,
    lower: lower[row] ?? null,
    upper: upper[row] ?? null,
    row,
    tip: () => ({
      lead: `Contact ${percent(depth!, locale)}: ${amount(profit[row] ?? 0)}`,
      text: lower[row] === null ? "" : `(${amount(lower[row]!)} to ${amount(upper[row]!)})`,
      second: row === best ? "pays best" : null,
    }),
  }));
  const words = best < 0 ? "contacting nobody pays best" : `contact ${percent(contacted[best]!, locale)}: ${amount(profit[best]!)}`;
  const alt = `Curve of profit by customers contacted: ${words}.`;
  const series = [
    {
      name: best < 0 ? "Nobody" : `Contact ${percent(contacted[best]!, locale)}`,
      end: best < 0 ? "" : amount(profit[best]!),
      paint: category(0),
      dashed: false,
      points,
    },
  ];
  const picture = curve({ label: alt, width: theme.width, series, formatX: (x) => `${x}%`, unitX: "contacted", formatY: amount, fromZero: true });
  return {
    element: element("div", "figure", picture),
    title: "How many to contact?",
    subtitle: "Customers contacted, riskiest first → profit",
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "profit", row: { contacted: contacted[row]! } };
    },
  };
}
