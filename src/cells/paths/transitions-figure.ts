import { colourExtent } from "../../figures/colour-step.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { hundredths, percent, percentInterval } from "../../figures/formats/percent.ts";
import { number } from "../../figures/formats/number.ts";
import { span } from "../../figures/formats/span.ts";
import { heatMap, type HeatCell } from "../../figures/heat-map.ts";
import { rampLegend } from "../../figures/ramp-legend.ts";
import { numbers, texts } from "../../figures/read.ts";
import { shortened } from "../../figures/text-width.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

/** Steps drawn: those passed most often. */
const mostDrawn = 8;
/** The widest a column of a heat map is, in px. */
const widestColumn = 72;

/** How steps follow one another: what comes next, per cent of all times at the step. */
export function transitionsFigure(table: Table, { width, locale }: FigureTheme): Figure | null {
  const [from, to] = ["from", "to"].map((name) => texts(table, name).map((text) => text ?? "")) as [string[], string[]];
  const [occurrences, customers, probability] = ["occurrences", "customers", "probability"].map((name) =>
    numbers(table, name).map((value) => value ?? 0),
  ) as [number[], number[], number[]];
  const [lower, upper, median] = ["probability_lower", "probability_upper", "median_seconds"].map((name) => numbers(table, name));
  const sizes = new Map<string, number>();
  from.forEach((name, row) => sizes.set(name, (sizes.get(name) ?? 0) + occurrences[row]!));
  const lines = [...sizes.keys()].sort((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1)).slice(0, mostDrawn);
  const reached = [...new Set(to)].filter((name) => !sizes.has(name) && name.startsWith("("));
  const columns = [
    ...lines.filter((name) => to.includes(name)),
    ...reached,
    ...[...new Set(to)].filter((name) => !sizes.has(name) && !name.startsWith("(")),
  ].slice(0, mostDrawn + reached.length);
  let drawnCount = 0;
  const cells = from.flatMap((name, row): HeatCell[] => {
    const [line, column] = [lines.indexOf(name), columns.indexOf(to[row]!)];
    if (line < 0 || column < 0) return [];
    drawnCount += occurrences[row]!;
    const wait = median![row];
    const tip = () => ({
      lead: `${name} → ${to[row]!} ${percent(probability[row]!, locale, 1)}`,
      text: percentInterval(lower![row] ?? 0, upper![row] ?? 1, locale),
      second: `${counted(occurrences[row]!, "time", locale)}, ${counted(customers[row]!, "customer", locale)}${wait === null || wait === undefined ? "" : `, typically after ${span(wait * 1_000, locale)}`}`,
    });
    return [{ line, column, value: probability[row]!, text: hundredths(probability[row]!, locale), complete: true, row, tip }];
  });
  if (cells.length < 2) return null;
  const extent = colourExtent([0, ...cells.map((cell) => cell.value)], 0.01);
  const all = occurrences.reduce((sum, count) => sum + count, 0);
  const alt = `Heat map of transitions, ${lines.length} steps by what follows: ${cells
    .slice(0, 6)
    .map((cell) => `${lines[cell.line]!} to ${columns[cell.column]!} ${percent(cell.value, locale)}`)
    .join(", ")}.`;
  const picture = heatMap({
    label: alt,
    width,
    lines: lines.map((name) => ({ label: name, size: number(sizes.get(name)!, locale) })),
    columns: columns.map((name, column) => shortened(name, Math.min(widestColumn, (width * 0.66) / columns.length) - (column === 0 ? 34 : 8), 11)),
    columnUnit: "next",
    sizeLabel: "times",
    cells,
    extent,
    total: null,
  });
  return {
    element: element("div", "figure", picture),
    title: "What comes next,",
    subtitle: `per cent of the times at each step; ${percent(drawnCount / all, locale)} of all transitions are shown`,
    alt,
    drawn: table,
    legend: rampLegend({ least: percent(extent[0], locale), greatest: percent(extent[1], locale), hatched: null }),
    picks(mark) {
      const row = rowOf(mark);
      return row === null ? null : { table: "transitions", row: { from: from[row]!, to: to[row]! } };
    },
  };
}
