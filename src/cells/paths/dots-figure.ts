import { differenceDots } from "../../figures/difference-dots.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const mostDrawn = 12;

interface Dots {
  name: (row: number) => string;
  value: string;
  /** What stands for no effect. */
  none: number;
  text: (row: number) => string;
  panel: string;
  reach: number;
  keys: readonly string[];
}

/** Effects with their intervals, those least likely to be chance first. */
function dots(
  table: Table,
  kept: string,
  level: number,
  { width, locale }: FigureTheme,
  about: { title: string; subtitle: string },
  options: Dots,
): Figure | null {
  const { name, value, none, text, panel, reach, keys } = options;
  const [effect, lower, upper] = [value, `${value}_lower`, `${value}_upper`].map((column) => numbers(table, column));
  const [p, q, customers] = [numbers(table, "p_value"), numbers(table, "q_value"), numbers(table, "customers")];
  const order = effect!.flatMap((found, row) => (found === null ? [] : [row])).sort((a, b) => (p[a] ?? 1) - (p[b] ?? 1));
  if (order.length === 0) return null;
  const shown = order.slice(0, mostDrawn).sort((a, b) => effect![b]! - effect![a]!);
  const drawn = shown.map((row) => ({
    row,
    name: name(row),
    value: effect![row]! - none,
    lower: lower![row] === null ? null : lower![row]! - none,
    upper: upper![row] === null ? null : upper![row]! - none,
    isFound: (q[row] ?? 1) <= 1 - level,
    isHollow: false,
    text: text(row),
    tip: () => ({
      lead: name(row),
      text: text(row),
      second: `q ${number(q[row] ?? 1, locale, 3)}, ${counted(customers[row] ?? 0, "customer", locale)}`,
    }),
  }));
  const alt = `${about.title} ${drawn.map((dot) => `${dot.name} ${dot.text}`).join(", ")}.`;
  return {
    ...about,
    subtitle: `${about.subtitle}. Grey may be chance, with false discoveries kept at ${percent(1 - level, locale)}${order.length > mostDrawn ? `; ${mostDrawn} of ${order.length}` : ""}`,
    element: differenceDots({ label: alt, width, panels: [{ name: panel, dots: drawn }], reach }),
    alt,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: kept, row: Object.fromEntries(keys.map((key) => [key, texts(table, key)[row]!])) };
    },
  };
}

/** Which steps come with the goal more often than their absence does. */
export function liftFigure(table: Table, within: string, level: number, theme: FigureTheme): Figure | null {
  const [step, lift] = [texts(table, "step"), numbers(table, "lift")];
  const [lower, upper] = [numbers(table, "lift_lower"), numbers(table, "lift_upper")];
  const times = (value: number | null | undefined) => number(value ?? 1, theme.locale, 2);
  const about = {
    title: "Who reaches the goal more often,",
    subtitle: `after a step, against customers equally far who had not seen it (Mantel–Haenszel over landmarks, goal within ${within}): an association, no effect`,
  };
  return dots(table, "lift", level, theme, about, {
    name: (row) => step[row] ?? "",
    value: "lift",
    none: 1,
    text: (row) => `${times(lift[row])} times (${times(lower[row])}–${times(upper[row])})`,
    panel: "+1 is twice as often",
    reach: 0.5,
    keys: ["step"],
  });
}

/** Which transitions one group takes more often than another. */
export function differencesFigure(table: Table, level: number, theme: FigureTheme): Figure | null {
  const [from, to, group, against] = ["from", "to", "group", "against"].map((name) => texts(table, name));
  const [share, other] = [numbers(table, "share"), numbers(table, "share_against")];
  const about = {
    title: `“${group![0] ?? ""}” against “${against![0] ?? ""}”,`,
    subtitle: "difference of the shares of each group’s customers who take a transition, Newcombe intervals",
  };
  return dots(table, "differences", level, theme, about, {
    name: (row) => `${from![row] ?? ""} → ${to![row] ?? ""}`,
    value: "difference",
    none: 0,
    text: (row) => `${percent(share[row] ?? 0, theme.locale)} against ${percent(other[row] ?? 0, theme.locale)}`,
    panel: "Difference of shares",
    reach: 0.05,
    keys: ["from", "to"],
  });
}
