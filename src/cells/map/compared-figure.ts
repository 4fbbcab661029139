import { differenceDots } from "../../figures/difference-dots.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { hundredths, percent } from "../../figures/formats/percent.ts";
import { head } from "../../figures/head.ts";
import { flags, numbers, texts } from "../../figures/read.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";
import { bounds } from "./atlas-figure.ts";

const most = 10;

/** How groups or periods differ, the surest differences first. */
export function comparedFigure(table: Table, what: string, theme: FigureTheme): Figure | null {
  const { locale } = theme;
  if (table.rows === 0) return null;
  const [stage, point, group, measure, against] = ["stage", "touchpoint", "group", "measure", "against"].map((name) =>
    texts(table, name).map((text) => text ?? ""),
  );
  const difference = bounds(table, "difference");
  const [rate, other, q] = ["rate", "against_rate", "q"].map((name) => numbers(table, name));
  const holds = flags(table, "holds");
  const order = [...holds.keys()].sort((left, right) => (q![left] ?? 1) - (q![right] ?? 1) || left - right);
  const panel = (name: string, of: string) => {
    const rows = order.filter((row) => measure![row] === of).slice(0, most);
    const dots = rows.map((row) => {
      const own = difference[row]!;
      const sign = own.value > 0 ? "+" : "";
      return {
        row,
        name: `${group![row]!}: ${point![row]!} · ${stage![row]!}`,
        value: own.value * 100,
        lower: own.lower * 100,
        upper: own.upper * 100,
        isFound: holds[row] === true,
        isHollow: false,
        text: `${sign}${hundredths(own.value, locale, 1)} points`,
        tip: () => ({
          lead: `${group![row]!}: ${percent(rate![row]!, locale, 1)}, ${against![row]!}: ${percent(other![row]!, locale, 1)}`,
          text: `(${hundredths(own.lower, locale, 1)} to ${hundredths(own.upper, locale, 1)} points)`,
          second: holds[row] === true ? null : "chance may explain it",
        }),
      };
    });
    return { name, dots };
  };
  const panels = [panel("Conversion", "conversion"), panel("Drop-off", "drop_off")].filter(({ dots }) => dots.length > 0);
  const found = holds.filter((held) => held === true).length;
  const alt = `Differences between ${what}: ${found} of ${table.rows} hold.`;
  const shown = panels.flatMap(({ dots }) => dots).length;
  return {
    element: element("div", "figure", differenceDots({ label: alt, width: theme.width, panels, reach: 5 })),
    title: `How ${what} differ,`,
    subtitle: `in points, with intervals; the ${shown} surest of ${table.rows} comparisons. Blue holds when all comparisons are taken together (Benjamini and Hochberg); grey is what chance may explain.`,
    alt,
    drawn: head(table, table.rows),
    picks: (mark) => {
      const row = rowOf(mark);
      return row === null
        ? null
        : { table: "compare", row: { stage: stage![row]!, touchpoint: point![row]!, group: group![row]!, measure: measure![row]! } };
    },
  };
}
