import { colourExtent, type Extent } from "../../figures/colour-step.ts";
import type { FigureTheme } from "../../figures/figure.ts";
import { date } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { heatMap } from "../../figures/heat-map.ts";
import { tickText } from "./formats-figure.ts";
import { nameOf, numberOf, type DrawnChart, type DrawnMark } from "./marks-figure.ts";
import { markTip } from "./tip-figure.ts";

/** One place of an axis of a heat map: what tells it apart, and its words. */
export interface HeatPlace {
  key: string;
  text: string;
}

/** The places of an axis, in the order of the drawn table, or of their numbers and dates. */
export function heatPlaces(chart: DrawnChart, channel: "x" | "y", theme: FigureTheme): HeatPlace[] {
  const isBin = chart.channels.has(`${channel}_from`);
  const { column, grain } = chart.channels.get(isBin ? `${channel}_from` : channel)!;
  const keyOf = (mark: DrawnMark) => nameOf(mark.values[isBin ? `${channel}_from` : channel] ?? null);
  const keys = [...new Set(chart.marks.map(keyOf))];
  if (column.type === "number") keys.sort((a, b) => Number(a) - Number(b));
  else if (grain !== null) keys.sort();
  const ends = new Map(chart.marks.map((mark) => [keyOf(mark), numberOf(mark, `${channel}_to`)]));
  const numbered = (key: string) =>
    [Number(key), ends.get(key) ?? null].flatMap((end) => (end === null ? [] : number(end, theme.locale, 3))).join("–");
  const short = (key: string) => (grain === "month" ? key.slice(0, 7) : grain === "year" ? key.slice(0, 4) : date(key, theme.locale));
  return keys.map((key) => ({ key, text: grain !== null ? short(key) : column.type === "number" ? numbered(key) : key }));
}

/** The range the colours of a chart's heat maps stand for. */
export function heatExtent({ marks }: DrawnChart): Extent {
  const values = marks.flatMap((mark) => numberOf(mark, "colour") ?? []);
  const spread = Math.max(...values, 0) - Math.min(...values, Number.POSITIVE_INFINITY);
  const unit = Number.isFinite(spread) && spread > 0 ? 10 ** Math.floor(Math.log10(spread) - 1) : 1;
  return colourExtent(values, unit);
}

/** One heat map of a chart. */
export function heatPanel(
  chart: DrawnChart,
  marks: readonly DrawnMark[],
  { columns, lines, extent }: { columns: readonly HeatPlace[]; lines: readonly HeatPlace[]; extent: Extent },
  { width, label, theme }: { width: number; label: string; theme: FigureTheme },
): SVGSVGElement {
  const place = (channel: "x" | "y", mark: DrawnMark) =>
    nameOf(mark.values[chart.channels.has(`${channel}_from`) ? `${channel}_from` : channel] ?? null);
  const [acrossKeys, downKeys] = [columns, lines].map((places) => new Map(places.map(({ key }, index) => [key, index]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const value = chart.channels.get("colour")!.column;
  const cells = marks.flatMap((mark) => {
    const drawn = numberOf(mark, "colour");
    if (drawn === null) return [];
    return [
      {
        row: mark.row,
        line: downKeys.get(place("y", mark)) ?? 0,
        column: acrossKeys.get(place("x", mark)) ?? 0,
        value: drawn,
        text: tickText(drawn, false, value, theme),
        complete: true,
        tip: () => markTip(chart, mark, theme),
      },
    ];
  });
  return heatMap({
    label,
    width,
    lines: lines.map(({ text }) => ({ label: text, size: "" })),
    columns: columns.map(({ text }) => text),
    columnUnit: "",
    sizeLabel: "",
    cells,
    extent,
    total: null,
  });
}
