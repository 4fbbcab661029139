import * as Plot from "@observablehq/plot";
import { axisX, axisY, gridY } from "../../figures/axes.ts";
import { element } from "../../figures/element.ts";
import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import { plot, withTips } from "../../figures/plot.ts";
import { numbers } from "../../figures/read.ts";
import { category } from "../../figures/theme.ts";
import type { Tip } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

/** Conversions by a whole number, such as touches or days. */
export interface HistogramOptions {
  table: Table;
  /** The column of the number, which is its unit too. */
  key: "touches" | "days";
  caption: string;
  /** From here on all are together. */
  last: number;
  width: number;
  /** The first row among all that stand together. */
  firstRow: number;
}

interface Bar {
  key: number;
  share: number;
  row: number;
  tip: () => Tip;
}

/** Draws conversions by a whole number as upright bars. */
export function histogram({ table, key, caption, last, width, firstRow }: HistogramOptions, { locale }: FigureTheme): HTMLElement {
  const [keys, share, conversions, customers] = [
    numbers(table, key),
    numbers(table, "share"),
    numbers(table, "conversions"),
    numbers(table, "customers"),
  ];
  const bars = keys.map((of, row): Bar => {
    const name = `${of === last ? `${last} or more` : String(of ?? 0)} ${of === 1 ? key.slice(0, -1) : key}`;
    return {
      key: of ?? 0,
      share: share[row] ?? 0,
      row: firstRow + row,
      tip: () => ({
        lead: `${name}: ${percent(share[row] ?? 0, locale, 1)}`,
        text: "",
        second: `${counted(Math.round(conversions[row] ?? 0), "conversion", locale)}, ${counted(customers[row] ?? 0, "customer", locale)}`,
      }),
    };
  });
  const least = Math.min(...bars.map((bar) => bar.key));
  const most = Math.max(...bars.map((bar) => bar.key));
  const step = most - least > 12 ? 5 : most - least > 6 ? 2 : 1;
  const ticked = Array.from({ length: most - least + 1 }, (_, place) => least + place).filter((value) => value % step === 0);
  const label = `Bars of conversions by ${key}: ${bars.map((bar) => `${bar.key} ${percent(bar.share, locale)}`).join(", ")}.`;
  const picture = plot({
    label,
    width,
    height: 170,
    marginLeft: 36,
    marginRight: 4,
    x: { domain: [least - 0.6, most + 0.6] },
    y: { domain: [0, Math.max(...bars.map((bar) => bar.share))], nice: true },
    marks: [
      gridY({ ticks: 4 }),
      axisY({ ticks: 4, tickFormat: (value: number) => percent(value, locale) }),
      axisX({ ticks: ticked, tickFormat: (value: number) => (value === last ? `${last}+` : String(value)) }),
      Plot.rectY(bars, {
        x1: (bar: Bar) => bar.key - 0.4,
        x2: (bar: Bar) => bar.key + 0.4,
        y: "share",
        fill: category(0).fill,
        rx: 1,
        ...withTips(bars),
      }),
    ],
  });
  return element("div", "", element("p", "figure-caption", element("b", "", caption)), picture);
}
