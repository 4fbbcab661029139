import type { FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent } from "../../figures/formats/percent.ts";
import type { CellResult } from "../../schema/result.ts";
import type { ChartParams } from "./params.ts";
import { numberOf, type DrawnChart } from "./marks-figure.ts";
import { placeName } from "./tip-figure.ts";
import { placeText, valueText } from "./formats-figure.ts";

const aggregates: Record<string, string> = {
  count: "Number of rows",
  sum: "Sum of",
  mean: "Mean of",
  median: "Median of",
  min: "Least",
  max: "Greatest",
  distinct: "Distinct values of",
};

/** The value in words: "Sum of amount", "Number of rows", "rate". */
export function valueName({ aggregate, channels, mark }: DrawnChart): string {
  const made = channels.get(mark === "heat" ? "colour" : mark === "box" ? "median" : "y")?.made ?? "";
  if (mark === "box") return made.replace(/^median of /, "");
  const words = aggregates[aggregate];
  return words === undefined ? made : aggregate === "count" ? words : `${words} ${made}`;
}

/** What the picture is of, in words: "Sum of amount by month of ordered_at, one colour for each channel". */
export function description(chart: DrawnChart): string {
  const { channels, mark } = chart;
  const across = channels.get("x")?.made ?? channels.get("x_from")?.made ?? "";
  const lines = mark === "heat" ? ` and ${channels.get("y")?.made ?? channels.get("y_from")?.made ?? ""}` : "";
  const colour = mark !== "heat" && channels.has("colour") ? `, one colour for each ${channels.get("colour")!.made}` : "";
  const facets = ["facet_x", "facet_y"].flatMap((name) => (channels.has(name) ? [channels.get(name)!.made] : []));
  return `${valueName(chart)} by ${across}${lines}${colour}${facets.length === 0 ? "" : `, one picture for each ${facets.join(" and ")}`}`;
}

/** The finding: what was written, what is ahead, or what is drawn. */
export function titleOf(result: CellResult, params: ChartParams, chart: DrawnChart, theme: FigureTheme): string {
  if (params.title !== null && params.title.trim() !== "") return params.title.trim();
  const fact = result.facts.find(({ code, holds }) => holds && (code === "largest" || code === "highest"));
  if (fact === undefined || chart.series.length > 0 || chart.channels.has("facet_x") || chart.channels.has("facet_y")) return description(chart);
  const most = chart.marks.reduce<DrawnChart["marks"][number] | null>((best, mark) => {
    const isRest = String(mark.values["x"] ?? "").startsWith("Other (");
    return !isRest && (numberOf(mark, "y") ?? Number.NEGATIVE_INFINITY) > (best === null ? Number.NEGATIVE_INFINITY : numberOf(best, "y")!)
      ? mark
      : best;
  }, null);
  const total = fact.values["total"] ?? 0;
  if (most === null || total <= 0) return description(chart);
  const [value, column] = [numberOf(most, "y")!, chart.channels.get("y")!.column];
  const name = placeName(chart, most, theme);
  const all = `${valueText(value, column, theme)} of ${valueText(total, column, theme)}`;
  const of = valueName(chart)
    .toLowerCase()
    .replace(/^sum of /, "");
  return fact.code === "highest"
    ? `${capital(name)} had the most ${of}: ${all}`.replace("most number of rows", "most rows")
    : mostTitle(name, of, value / total, all, theme);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function mostTitle(name: string, of: string, share: number, all: string, { locale }: FigureTheme): string {
  const what = of === "number of rows" ? "rows" : of;
  return share > 0.5 ? `${name} has more than half of all ${what}: ${all}` : `${name} has the most ${what}: ${all}, ${percent(share, locale)}`;
}

/** Below the title: what is drawn, of how many rows, and how intervals were found. */
export function subtitleOf(title: string, result: CellResult, chart: DrawnChart, theme: FigureTheme, { stack, scale }: ChartParams): string {
  const of = counted(result.n, "row", theme.locale);
  const share = stack === "share" && chart.series.length > 1 && ["bar", "area", "histogram"].includes(chart.mark) ? "; as shares of 100%" : "";
  const whiskers = chart.mark === "box" ? "; box: the middle half, line: median, whiskers: to 1.5 times the box" : "";
  const bounds = chart.channels.has("lower") ? "; intervals are those of the table" : "";
  const log = scale === "log" ? "; logarithmic scale, values above 0 only" : "";
  const drawn = title === description(chart) ? "" : `${description(chart)}. `;
  return `${drawn}${of}${share}${whiskers}${bounds}${log}.`;
}

/** The picture in words: what is drawn and its first and extreme values. */
export function altOf(chart: DrawnChart, theme: FigureTheme): string {
  const channel = chart.mark === "heat" ? "colour" : chart.mark === "box" ? "median" : "y";
  const column = chart.channels.get(channel)!.column;
  const known = chart.marks.filter((mark) => numberOf(mark, channel) !== null);
  const kinds: Record<string, string> = {
    heat: "Heat map",
    box: "Boxes",
    dot: "Dots",
    rule: "Ranges",
    line: "Lines",
    area: "Areas",
    bar: "Bars",
    histogram: "Histogram",
  };
  if (known.length === 0) return `${kinds[chart.mark]}: ${description(chart)}. No values.`;
  const named = (mark: (typeof known)[number]) => {
    const parts = [placeName(chart, mark, theme), chart.mark === "heat" ? placeName(chart, mark, theme, "y") : "", mark.colour].filter(
      (part) => part !== "",
    );
    return `${parts.join(", ")} ${valueText(numberOf(mark, channel)!, column, theme)}`;
  };
  const sorted = known.toSorted((a, b) => numberOf(b, channel)! - numberOf(a, channel)!);
  if (known.length <= 12) return `${kinds[chart.mark]}: ${description(chart)}. ${known.map(named).join("; ")}.`;
  return `${kinds[chart.mark]}: ${description(chart)}. ${known.length} marks, from ${named(sorted.at(-1)!)} to ${named(sorted[0]!)}.`;
}

/** What a picture among several is of. */
export function facetName(chart: DrawnChart, values: Readonly<Record<string, unknown>>, theme: FigureTheme): string {
  return ["facet_y", "facet_x"]
    .flatMap((name) => (chart.channels.has(name) ? [placeText(values[name] as string | null, chart.channels.get(name)!.column, null, theme)] : []))
    .join(", ");
}
