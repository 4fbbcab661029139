import type { FigureTheme } from "../../figures/figure.ts";
import type { Tip } from "../../figures/tip.ts";
import { number } from "../../figures/formats/number.ts";
import { placeText, valueText } from "./formats-figure.ts";
import { nameOf, numberOf, type DrawnChart, type DrawnMark } from "./marks-figure.ts";

/** The place of a mark in words: its group, its period, or its bin. */
export function placeName(chart: DrawnChart, mark: DrawnMark, theme: FigureTheme, channel: "x" | "y" = "x"): string {
  const { channels } = chart;
  const whole = channels.get(channel);
  if (whole !== undefined) return placeText(mark.values[channel] ?? null, whole.column, whole.grain, theme);
  const from = channels.get(`${channel}_from`);
  if (from === undefined) return "";
  const [low, high] = [numberOf(mark, `${channel}_from`) ?? 0, numberOf(mark, `${channel}_to`) ?? 0];
  const unit = from.column.unit === undefined ? "" : ` ${from.column.unit}`;
  return `${number(low, theme.locale, 4)}–${number(high, theme.locale, 4)}${unit}`;
}

/** What a mark says when it is pointed at. */
export function markTip(chart: DrawnChart, mark: DrawnMark, theme: FigureTheme): Tip {
  const { channels } = chart;
  const value = channels.get(chart.mark === "heat" ? "colour" : "y");
  const [y, lower, upper] = [numberOf(mark, chart.mark === "heat" ? "colour" : "y"), numberOf(mark, "lower"), numberOf(mark, "upper")];
  const facets = ["facet_y", "facet_x"].flatMap((name) => (channels.has(name) ? [nameOf(mark.values[name] ?? null)] : []));
  const lead = `${placeName(chart, mark, theme)} ${value === undefined || y === null ? "" : valueText(y, value.column, theme)}`.trim();
  const interval =
    value === undefined || lower === null || upper === null
      ? ""
      : `(${valueText(lower, value.column, theme)}–${valueText(upper, value.column, theme)})`;
  const line = chart.mark === "heat" ? [placeName(chart, mark, theme, "y")] : [];
  const size = channels.get("size");
  const sized = size === undefined ? [] : [`${size.column.name} ${valueText(numberOf(mark, "size") ?? 0, size.column, theme)}`];
  const second = [...(mark.colour === "" ? [] : [mark.colour]), ...line, ...facets, ...sized].join(", ");
  return { lead, text: interval, second: second === "" ? null : second };
}
