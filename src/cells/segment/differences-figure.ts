import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { differenceDots } from "../../figures/difference-dots.ts";
import { element } from "../../figures/element.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { message } from "../../figures/message.ts";
import { flags, numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const mostDrawn = 12;
const mostSegments = 6;

const words = (trait: string): string => trait.replaceAll("_", " ");

/** A dot per segment and trait with its interval: how far the segment lies from everyone else. */
export function differencesFigure(table: Table, level: number, theme: FigureTheme): Figure {
  const { locale } = theme;
  const names = texts(table, "segment").map((name) => name ?? "");
  const traits = texts(table, "trait").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name);
  const [difference, lower, upper, q, mean, rest, customers] = [
    of("difference"),
    of("difference_lower"),
    of("difference_upper"),
    of("q_value"),
    of("mean"),
    of("mean_rest"),
    of("customers"),
  ];
  const byRule = flags(table, "by_rule");
  const isShare = flags(table, "share_of_customers");
  const said = (value: number | null | undefined, row: number) =>
    value === null || value === undefined ? "none" : isShare[row] === true ? percent(value, locale) : number(value, locale, 1);
  const segments = [...new Set(names)].slice(0, mostSegments);
  const panels = segments.map((segment) => {
    const rows = names.flatMap((name, row) => (name === segment && difference[row] !== null ? [row] : [])).slice(0, mostDrawn);
    return {
      name: segment,
      dots: rows.map((row) => ({
        row,
        name: words(traits[row]!),
        value: difference[row]!,
        lower: lower[row] ?? null,
        upper: upper[row] ?? null,
        isFound: byRule[row] === false && q[row] !== null && q[row]! <= 1 - level,
        isHollow: byRule[row] === true,
        text: `${said(mean[row], row)} against ${said(rest[row], row)}`,
        tip: () => ({
          lead: `${words(traits[row]!)} ${number(difference[row]!, locale, 2)}`,
          text: lower[row] === null || upper[row] === null ? "" : `(${number(lower[row]!, locale, 2)} to ${number(upper[row]!, locale, 2)})`,
          second: `${said(mean[row], row)} against ${said(rest[row], row)}, ${counted(customers[row] ?? 0, "customer", locale)}`,
        }),
      })),
    };
  });
  const about = {
    title: "How they differ from everyone else,",
    subtitle: `in standard deviations (Cohen’s d), bootstrap intervals at ${percent(level, locale)}. Grey may be chance, with false discoveries kept at ${percent(1 - level, locale)}; hollow is the segment’s own rule.`,
    drawn: table,
  };
  const shown = panels.filter(({ dots }) => dots.length > 0);
  if (shown.length === 0)
    return { ...about, alt: "Nothing to compare.", element: element("div", "figure", message("There is nobody, or nothing, to compare with.", "")) };
  const alt = shown.map(({ name, dots }) => `${name}: ${dots.map((dot) => `${dot.name} ${number(dot.value, locale, 2)}`).join(", ")}`).join(". ");
  const picks = (mark: Element) => {
    const row = rowOf(mark) ?? -1;
    return names[row] === undefined ? null : { table: "differences", row: { segment: names[row], trait: traits[row]! } };
  };
  return { ...about, alt, picks, element: differenceDots({ label: alt, width: theme.width, panels: shown }) };
}
