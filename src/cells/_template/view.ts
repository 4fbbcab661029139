import { bars } from "../../figures/bars.ts";
import { drawn } from "../../figures/drawn.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { percent, percentInterval } from "../../figures/formats/percent.ts";
import { message } from "../../figures/message.ts";
import { numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { CellResult } from "../../schema/result.ts";
import { kind, type TallyParams } from "./params.ts";

/** How a tally looks: a bar per group. */
export function view(result: CellResult, params: TallyParams, theme: FigureTheme): Figure[] {
  const { locale } = theme;
  const table = result.tables["main"] ?? drawn("group", []);
  const groups = texts(table, "group").map((name) => name ?? "");
  const of = (name: string) => numbers(table, name).map((value) => value ?? 0);
  const [customers, share, lower, upper] = [of("customers"), of("share"), of("share_lower"), of("share_upper")];
  const by = typeof params.by === "string" ? params.by : params.by.cell;
  const title = result.facts.find((fact) => fact.holds)?.text.replace(/\.$/, "") ?? kind.question;
  const about = {
    title,
    subtitle: `${counted(result.n, "customer", locale)} by ${by}; Wilson intervals at ${percent(params.level ?? theme.level, locale)}.`,
    drawn: table,
  };
  if (groups.length === 0) {
    const words = "No customer has a value in that column.";
    return [{ ...about, element: element("div", "figure", message(words, "Choose another column.")), alt: words }];
  }
  const rows = groups.map((name, row) => ({
    name,
    row,
    value: share[row]!,
    lower: lower[row]!,
    upper: upper[row]!,
    text: percent(share[row]!, locale),
    quiet: counted(customers[row]!, "customer", locale),
    tip: () => ({
      lead: `${name} ${percent(share[row]!, locale, 1)}`,
      text: percentInterval(lower[row]!, upper[row]!, locale),
      second: counted(customers[row]!, "customer", locale),
    }),
  }));
  const alt = `Bars: ${rows.map((row) => `${row.name} ${row.text}`).join(", ")}.`;
  const picks = (mark: Element) => {
    const group = groups[rowOf(mark) ?? -1];
    return group === undefined ? null : { table: "main", row: { group } };
  };
  return [{ ...about, element: element("div", "figure", bars({ label: alt, width: theme.width, bars: rows })), alt, picks }];
}
