import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { heading } from "../../figures/heading.ts";
import { numbers, texts } from "../../figures/read.ts";
import { shortened } from "../../figures/text-width.ts";
import { attachTip, rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

const mostDrawn = 10;
const mostSteps = 9;

/** A path as chips, its middle left out where it is long. */
function chips(path: string): HTMLElement {
  const steps = path.split(" → ");
  const tail = 2;
  const shown =
    steps.length <= mostSteps ? steps : [...steps.slice(0, mostSteps - tail - 1), `${steps.length - mostSteps + 1} more`, ...steps.slice(-tail)];
  const isGap = (place: number) => steps.length > mostSteps && place === mostSteps - tail - 1;
  return element(
    "span",
    "figure-chips",
    ...shown.flatMap((step, place) => [...(place === 0 ? [] : ["›"]), element("span", isGap(place) ? "" : "figure-chip", shortened(step, 150, 12))]),
  );
}

/**
 * The most frequent whole paths, with how much of all paths they are together.
 *
 * @param paths How many different ones there are.
 */
export function variantsFigure(table: Table, paths: number, { locale }: FigureTheme): Figure | null {
  const path = texts(table, "path").map((text) => text ?? "");
  const [customers, share, coverage] = ["customers", "share", "coverage"].map((name) => numbers(table, name).map((value) => value ?? 0)) as [
    number[],
    number[],
    number[],
  ];
  if (path.length === 0) return null;
  const rows = path.slice(0, mostDrawn).map((name, row) => {
    const line = element(
      "tr",
      "",
      element("td", "is-wrapped", chips(name)),
      element("td", "is-number", number(customers[row]!, locale)),
      element("td", "is-number", percent(share[row]!, locale, 1)),
      element("td", "is-number is-quiet", percent(coverage[row]!, locale, 1)),
    );
    attachTip(line, {
      row,
      tip: () => ({ lead: shortened(name, 600, 12), text: percent(share[row]!, locale, 1), second: `${number(customers[row]!, locale)} customers` }),
    });
    return line;
  });
  const head = element("tr", "", heading("path"), heading("customers", "is-number"), heading("share", "is-number"), heading("so far", "is-number"));
  return {
    element: element("div", "figure", element("table", "figure-table", element("thead", "", head), element("tbody", "", ...rows))),
    title: "The most frequent whole paths,",
    subtitle: `${number(rows.length, locale)} of ${number(paths, locale)} different ones, ${percent(coverage[rows.length - 1]!, locale)} of all paths`,
    alt: `List of paths: ${path
      .slice(0, 3)
      .map((name, row) => `${name}, ${percent(share[row]!, locale, 1)}`)
      .join("; ")}.`,
    drawn: table,
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "variants", row: { path: path[row]! } };
    },
  };
}
