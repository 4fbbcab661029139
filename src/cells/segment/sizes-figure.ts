import { bars } from "../../figures/bars.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { money } from "../../figures/formats/money.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

/** A bar per segment: its share of customers with the interval, and what it brought at the right. */
export function sizesFigure(table: Table, theme: FigureTheme, about: { title: string; subtitle: string }): Figure {
  const { locale, currency } = theme;
  const names = texts(table, "segment").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name);
  const [customers, share, lower, upper, value, part] = [
    of("customers"),
    of("share"),
    of("share_lower"),
    of("share_upper"),
    of("value"),
    of("value_share"),
  ];
  const rows = names.map((name, row) => ({
    name,
    row,
    value: share[row] ?? 0,
    lower: lower[row] ?? 0,
    upper: upper[row] ?? 0,
    text: percent(share[row] ?? 0, locale),
    quiet: [
      counted(customers[row] ?? 0, "customer", locale),
      ...(part[row] === null || part[row] === undefined ? [] : [`${percent(part[row], locale)} of value`]),
    ].join(", "),
    tip: () => ({
      lead: `${name} ${percent(share[row] ?? 0, locale, 1)}`,
      text: percentInterval(lower[row] ?? 0, upper[row] ?? 0, locale),
      second: [
        counted(customers[row] ?? 0, "customer", locale),
        ...(value[row] === null || value[row] === undefined ? [] : [money(value[row], currency, locale)]),
      ].join(", "),
    }),
  }));
  const alt = `Bars: ${rows.map((row) => `${row.name} ${row.text} of customers`).join(", ")}.`;
  const picks = (mark: Element) => {
    const segment = names[rowOf(mark) ?? -1];
    return segment === undefined ? null : { table: "main", row: { segment } };
  };
  return { ...about, drawn: table, alt, picks, element: element("div", "figure", bars({ label: alt, width: theme.width, bars: rows })) };
}
