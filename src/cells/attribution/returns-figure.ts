import { element, svgElement } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { compact } from "../../figures/formats/compact.ts";
import { money } from "../../figures/formats/money.ts";
import { fixed, number } from "../../figures/formats/number.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { scrolling } from "../../figures/scrolling.ts";
import { category, variable } from "../../figures/theme.ts";
import { attachTip, rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";
import type { AttributionParams } from "./presets.ts";

const stripWidth = 132;
const stripHeight = 18;

/** One channel that was paid for. */
interface Return {
  channel: string;
  spend: number;
  least: number;
  most: number;
  lower: number;
  upper: number;
  cpaLeast: number | null;
  cpaMost: number | null;
}

function returnsOf(range: Table): Return[] {
  const of = (name: string) => numbers(range, name);
  const channels = texts(range, "channel");
  const [spend, least, most, lower, upper] = [of("spend"), of("roas_least"), of("roas_most"), of("roas_lower"), of("roas_upper")];
  const [cpaLeast, cpaMost] = [of("cpa_least"), of("cpa_most")];
  return channels
    .map((channel, row) => ({
      channel: channel ?? "",
      spend: spend[row] ?? 0,
      least: least[row] ?? 0,
      most: most[row] ?? 0,
      lower: lower[row] ?? least[row] ?? 0,
      upper: upper[row] ?? most[row] ?? 0,
      cpaLeast: cpaLeast[row] ?? null,
      cpaMost: cpaMost[row] ?? null,
    }))
    .filter((row) => row.spend > 0);
}

/** What a range of returns says of paying back, in words. */
function reading({ least, most }: Return, breakEven: number): string {
  if (least >= breakEven) return "Pays back in every model";
  return most < breakEven ? "Loses money in every model" : "Depends on the model";
}

/** A logarithmic strip: the range as a bar, the interval as a line, breaking even as a dashed line. */
function strip(row: Return, place: number, toX: (roas: number) => number, breakEven: number | null, text: string): SVGSVGElement {
  const made = svgElement("svg", { width: stripWidth, height: stripHeight, "aria-hidden": "true" });
  const middle = stripHeight / 2;
  if (breakEven !== null)
    made.append(
      svgElement("line", {
        x1: toX(breakEven),
        x2: toX(breakEven),
        y1: 1,
        y2: stripHeight - 1,
        stroke: variable("ink-2"),
        "stroke-dasharray": "2 2",
      }),
    );
  made.append(svgElement("line", { x1: toX(row.lower), x2: toX(row.upper), y1: middle, y2: middle, stroke: category(0).ink, "stroke-width": 1.25 }));
  const bar = svgElement("rect", {
    x: toX(row.least),
    width: Math.max(2, toX(row.most) - toX(row.least)),
    y: middle - 4,
    height: 8,
    rx: 1,
    fill: category(0).fill,
  });
  attachTip(bar, { row: place, tip: () => ({ lead: row.channel, text, second: null }) });
  made.append(bar);
  return made;
}

/** The least and most each channel returns per unit spent and costs per conversion, or null where nothing was spent or no value is known. */
export function returnsFigure(range: Table | undefined, { margin }: AttributionParams, { locale, currency }: FigureTheme): Figure | null {
  const rows = range === undefined ? [] : returnsOf(range);
  if (range === undefined || rows.length === 0) return null;
  const breakEven = margin === null ? null : 100 / margin;
  const ends = rows.flatMap((row) => [row.lower, row.upper]).filter((value) => value > 0);
  const isValued = ends.length > 0;
  const [low, high] = isValued ? [Math.max(0.01, Math.min(...ends, 1)), Math.max(...ends, 1)] : [0.1, 10];
  const toX = (roas: number) => 4 + ((Math.log(Math.max(low, Math.min(high, roas))) - Math.log(low)) / Math.log(high / low || 2)) * (stripWidth - 8);
  const digits = (value: number) => (value >= 100 ? number(value, locale, 0) : fixed(value, locale, 1));
  const between = (least: number | null, most: number | null, write: (value: number) => string) =>
    least === null || most === null ? "–" : write(least) === write(most) ? write(least) : `${write(least)}–${write(most)}`;
  const said = rows.map((row) => `${row.channel} returns ${between(row.least, row.most, digits)} per unit spent`);
  const body = rows.map((row, place) =>
    element(
      "tr",
      "",
      element("td", "", row.channel),
      element("td", "is-number", currency === null ? compact(row.spend, locale, 10_000) : money(row.spend, currency, locale, 0)),
      ...(isValued
        ? [
            element("td", "is-number", element("b", "", between(row.least, row.most, digits))),
            element("td", "", strip(row, place, toX, breakEven, between(row.least, row.most, digits))),
          ]
        : []),
      element(
        "td",
        "is-number",
        between(row.cpaLeast, row.cpaMost, (value) => money(value, currency, locale, value < 10 ? 2 : 0)),
      ),
      ...(breakEven === null || !isValued ? [] : [element("td", "", reading(row, breakEven))]),
    ),
  );
  const heads = [
    heading("Channel"),
    heading("Spend", "is-number"),
    ...(isValued ? [heading("Return", "is-number"), heading("")] : []),
    heading("Cost per conversion", "is-number"),
    ...(breakEven === null || !isValued ? [] : [heading("Reading")]),
  ];
  const alt = `Return on spend: ${said.join("; ")}.`;
  const table = element("table", "figure-table", element("thead", "", element("tr", "", ...heads)), element("tbody", "", ...body));
  const margins = breakEven === null ? "" : ` Dashed: break-even at a gross margin of ${margin}% (${fixed(breakEven, locale, 2)}).`;
  return {
    element: element("div", "figure", scrolling(table, alt)),
    title: "Return on spend,",
    subtitle: `lowest to highest model, value credited per unit spent.${margins}`,
    alt,
    drawn: range,
    picks(mark) {
      const row = rows[rowOf(mark) ?? -1];
      return row === undefined ? null : { table: "range", row: { channel: row.channel } };
    },
  };
}
