import { bars } from "../../figures/bars.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { numbers, texts } from "../../figures/read.ts";
import { category } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const mostDrawn = 10;

/** Steps customers come back to: how many of those who were there, and what it cost them in time. */
export function loopsFigure(table: Table, { width, locale }: FigureTheme): Figure | null {
  const step = texts(table, "step").map((text) => text ?? "");
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [share, lower, upper, customers, times, median] = [
    of("share"),
    of("share_lower"),
    of("share_upper"),
    of("customers"),
    of("returns"),
    of("median_seconds"),
  ];
  if (step.length === 0) return null;
  const drawn = step.slice(0, mostDrawn).map((name, row) => ({
    name,
    row,
    value: share[row]!,
    lower: lower[row]!,
    upper: upper[row]!,
    text: percent(share[row]!, locale),
    quiet: `${counted(times[row]!, "return", locale)}, ${span(median[row]! * 1_000, locale)}`,
    tip: () => ({
      lead: `${name} ${percent(share[row]!, locale, 1)}`,
      text: percentInterval(lower[row]!, upper[row]!, locale),
      second: `${counted(customers[row]!, "customer", locale)} came back ${counted(times[row]!, "time", locale)}`,
    }),
  }));
  const alt = `Bars of returns: ${drawn.map((bar) => `${bar.name} ${bar.text}`).join(", ")}.`;
  return {
    element: element("div", "figure", bars({ label: alt, width, bars: drawn, paint: category(2) })),
    title: "Loops:",
    subtitle: `per cent of those at a step who come back to it on the same path, how often, and the typical time until then${step.length > mostDrawn ? `; ${mostDrawn} of ${step.length} steps` : ""}`,
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "loops", row: { step: step[row]! } };
    },
  };
}
