import { bars } from "../../figures/bars.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { number } from "../../figures/formats/number.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { flags, numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import { category } from "../../figures/theme.ts";
import type { Table } from "../../schema/table.ts";

/** A bar per segment: its part of the revenue with the interval, those at risk below the others and in another colour. */
export function segmentsFigure(table: Table, theme: FigureTheme): Figure {
  const { locale, currency } = theme;
  const names = texts(table, "segment").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name);
  const [customers, revenue, share, lower, upper, recency, frequency] = [
    of("customers"),
    of("revenue"),
    of("revenue_share"),
    of("revenue_share_lower"),
    of("revenue_share_upper"),
    of("median_recency_days"),
    of("median_frequency"),
  ];
  const atRisk = flags(table, "at_risk");
  const bar = (row: number) => {
    const isKnown = share[row] !== null && lower[row] !== null && upper[row] !== null;
    return {
      name: names[row]!,
      row,
      value: share[row] ?? 0,
      ...(isKnown ? { lower: Math.max(0, lower[row]!), upper: upper[row]! } : {}),
      text: percent(share[row] ?? 0, locale),
      quiet: `${money(revenue[row] ?? 0, currency, locale, 0)}, ${counted(customers[row] ?? 0, "customer", locale)}`,
      tip: () => ({
        lead: `${names[row]!} ${percent(share[row] ?? 0, locale, 1)} of revenue`,
        text: isKnown ? percentInterval(Math.max(0, lower[row]!), upper[row]!, locale) : "",
        second:
          recency[row] === null || frequency[row] === null
            ? null
            : `usually ${number(recency[row]!, locale, 0)} days ago, ${number(frequency[row]!, locale, 1)} times`,
      }),
    };
  };
  const rows = names.map((_, row) => row).filter((row) => (customers[row] ?? 0) > 0);
  const part = (risk: boolean) => rows.filter((row) => atRisk[row] === risk).map(bar);
  const alt = `Revenue by segment: ${rows.map((row) => `${names[row]!} ${percent(share[row] ?? 0, locale)}`).join(", ")}.`;
  const most = Math.max(...rows.map((row) => upper[row] ?? share[row] ?? 0));
  const drawing = (label: string, risk: boolean) =>
    bars({ label, width: theme.width, bars: part(risk), most, names: longest(rows.map((row) => names[row]!)), paint: category(risk ? 2 : 0) });
  const caption = (text: string) => element("p", "figure-caption", element("b", "", text));
  const picks = (mark: Element) => {
    const segment = names[rowOf(mark) ?? -1];
    return segment === undefined ? null : { table: "segments", row: { segment } };
  };
  return {
    title: "Where the revenue is,",
    subtitle: `in per cent of ${money(
      revenue.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      currency,
      locale,
      0,
    )}; intervals by linearisation.`,
    alt,
    drawn: table,
    picks,
    element: element(
      "div",
      "figure",
      drawing(alt, false),
      ...(part(true).length === 0 ? [] : [caption("At risk: bought much, and not lately"), drawing("The same, of those at risk", true)]),
    ),
  };
}

const longest = (names: readonly string[]): string => names.reduce((most, name) => (name.length > most.length ? name : most), "");
