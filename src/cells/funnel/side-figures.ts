import { bars, type Bar } from "../../figures/bars.ts";
import { curve } from "../../figures/curve.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { span } from "../../figures/formats/span.ts";
import { numbers, texts } from "../../figures/read.ts";
import { category } from "../../figures/theme.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Json } from "../../schema/json.ts";
import type { Table } from "../../schema/table.ts";

const half = (theme: FigureTheme): FigureTheme => ({ ...theme, width: theme.width < 620 ? theme.width : (theme.width - 32) / 2 });

interface Told {
  table: Table;
  name: string;
  /** The columns that say which row a mark is. */
  keys: readonly string[];
}

/** The row behind a mark, by its key columns. */
function picksOf({ table, name, keys }: Told) {
  return (mark: Element) => {
    const row = rowOf(mark);
    if (row === null) return null;
    const cell = (key: string): Json => texts(table, key)[row] ?? numbers(table, key)[row] ?? null;
    return { table: name, row: Object.fromEntries(keys.map((key) => [key, cell(key)])) };
  };
}

const rateInterval = (lower: number | null, upper: number | null, locale: string) =>
  lower === null || upper === null ? "" : percentInterval(lower, upper, locale, 1);

/** What those lost at the largest drop did instead. */
export function exitsFigure(table: Table, step: number, theme: FigureTheme): Figure | null {
  const { locale } = theme;
  const [steps, share, customers] = [numbers(table, "step"), numbers(table, "share"), numbers(table, "customers")];
  const [event, label] = [texts(table, "event"), texts(table, "label")];
  const rows = Array.from(steps.keys()).filter((row) => steps[row] === step);
  if (rows.length === 0) return null;
  const drawnBars = rows.map((row): Bar => ({
    row,
    name: event[row]!.replaceAll("_", " "),
    value: share[row]!,
    text: percent(share[row]!, locale),
    quiet: number(customers[row]!, locale),
    tip: () => ({ lead: `${event[row]!} ${percent(share[row]!, locale, 1)}`, text: "", second: counted(customers[row]!, "customer", locale) }),
  }));
  const alt = `What customers did instead: ${drawnBars.map((bar) => `${bar.name} ${bar.text}`).join(", ")}.`;
  return {
    element: element("div", "figure", bars({ label: alt, width: half(theme).width, bars: drawnBars, paint: category(2) })),
    title: "What they did instead,",
    subtitle: `first other event after “${label[rows[0]!]!}” of those who went no further`,
    alt,
    drawn: table,
    half: true,
    picks: picksOf({ table, name: "exits", keys: ["step", "label", "event"] }),
  };
}

/** The share converted by time since entry. */
export function timesFigure(table: Table, median: string | null, theme: FigureTheme): Figure | null {
  const { locale } = theme;
  const [seconds, share, lower, upper, customers] = ["seconds", "share", "share_lower", "share_upper", "customers"].map((name) =>
    numbers(table, name),
  );
  const last = table.rows - 1;
  if (last < 1 || customers![last] === 0) return null;
  const time = (second: number) => (second === 0 ? "0" : span(second * 1000, locale));
  const points = seconds!.map((second, row) => ({
    x: second!,
    y: share![row]!,
    lower: lower![row]!,
    upper: upper![row]!,
    row,
    tip: () => ({
      lead: `Within ${time(second!)}: ${percent(share![row]!, locale, 1)}`,
      text: rateInterval(lower![row]!, upper![row]!, locale),
      second: `${counted(customers![row]!, "customer", locale)} had converted`,
    }),
  }));
  const end = `${percent(share![last]!, locale, 1)} ${rateInterval(lower![last]!, upper![last]!, locale)}`.trim();
  const alt = `Time to convert: ${percent(share![last]!, locale, 1)} within ${time(seconds![last]!)}${median === null ? ", fewer than half" : `, half after ${median}`}.`;
  const picture = curve({
    label: alt,
    width: half(theme).width,
    series: [{ name: "Converted", end, paint: category(0), dashed: false, points }],
    formatX: time,
    unitX: "after",
    formatY: (value, top) => (top ? percent(value, locale) : number(value * 100, locale, 1)),
    fromZero: true,
  });
  return {
    element: element("div", "figure", picture),
    title: "Time to convert,",
    subtitle: `cumulative, the first ${time(seconds![last]!)}; ${median === null ? "fewer than half do" : `half after ${median}`}`,
    alt,
    drawn: table,
    half: true,
    picks: picksOf({ table, name: "times", keys: ["seconds"] }),
  };
}

/** A bar for each way to count, with its interval. */
export function ratesFigure(
  told: Told,
  theme: FigureTheme,
  about: { title: string; subtitle: string; name: (row: number) => string },
): Figure | null {
  const { locale } = theme;
  const { table } = told;
  const [rate, lower, upper, customers] = ["rate", "rate_lower", "rate_upper", "customers"].map((name) => numbers(table, name));
  const found = Array.from({ length: table.rows }, (_, row) => row).filter((row) => rate![row] !== null);
  if (found.length === 0) return null;
  const drawnBars = found.map((row): Bar => {
    const [low, high] = [lower![row]!, upper![row]!];
    return {
      row,
      name: about.name(row),
      value: rate![row]!,
      ...(low === null || high === null ? {} : { lower: low, upper: high }),
      text: percent(rate![row]!, locale, 1),
      quiet: number(customers![row]!, locale),
      tip: () => ({
        lead: `${about.name(row)}: ${percent(rate![row]!, locale, 1)}`,
        text: rateInterval(low, high, locale),
        second: counted(customers![row]!, "customer", locale),
      }),
    };
  });
  const alt = `${about.title} ${drawnBars.map((bar) => `${bar.name} ${bar.text}`).join(", ")}.`;
  return {
    element: element("div", "figure", bars({ label: alt, width: half(theme).width, bars: drawnBars })),
    title: about.title,
    subtitle: about.subtitle,
    alt,
    drawn: table,
    half: true,
    picks: picksOf(told),
  };
}
