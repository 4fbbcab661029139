import { colourExtent } from "../../figures/colour-step.ts";
import { element } from "../../figures/element.ts";
import type { Figure, FigureTheme } from "../../figures/figure.ts";
import { counted } from "../../figures/formats/counted.ts";
import { hundredths, percent } from "../../figures/formats/percent.ts";
import { heatMap, type HeatCell } from "../../figures/heat-map.ts";
import { rampLegend } from "../../figures/ramp-legend.ts";
import { numbers, texts } from "../../figures/read.ts";
import { shortened, textWidth } from "../../figures/text-width.ts";
import { rowOf } from "../../figures/tip.ts";
import type { Table } from "../../schema/table.ts";

/** A heat map of one table with two key columns. */
export interface MatrixOptions {
  /** The table's name in the result. */
  name: string;
  table: Table;
  lines: string;
  columns: string;
  /** A share in every cell, and the count it is of. */
  share: (row: number) => number | null;
  count: string;
  title: string;
  subtitle: string;
  columnUnit: string;
  /** The order of line and column names; the rest is left out. */
  lineNames: readonly string[];
  columnNames: readonly string[];
  /** What is left empty. */
  without?: (line: string, column: string) => boolean;
}

/** The keys of a column, as texts. */
export function keysOf(table: Table, name: string): string[] {
  const words = texts(table, name);
  const figures = numbers(table, name);
  return words.map((word, row) => word ?? String(figures[row] ?? ""));
}

/** Draws a table with two keys as a heat map of per cents. */
export function matrixFigure(options: MatrixOptions, { width, locale }: FigureTheme): Figure | null {
  const { name, table, lines, columns, share, count, title, subtitle, columnUnit, lineNames, columnNames, without } = options;
  const [line, column, counts] = [keysOf(table, lines), keysOf(table, columns), numbers(table, count)];
  const customers = numbers(table, "customers");
  const sizes = new Map<string, number>();
  const cells = line.flatMap((from, row): HeatCell[] => {
    const [at, to, value] = [lineNames.indexOf(from), columnNames.indexOf(column[row]!), share(row)];
    if (at < 0) return [];
    sizes.set(from, (sizes.get(from) ?? 0) + (counts[row] ?? 0));
    if (to < 0 || value === null || without?.(from, column[row]!)) return [];
    const tip = () => ({
      lead: `${from} → ${column[row]!}: ${percent(value, locale, 1)}`,
      text: "",
      second: `${counted(Math.round(counts[row] ?? 0), count.replace(/s$/, ""), locale)}, ${counted(customers[row] ?? 0, "customer", locale)}`,
    });
    return [
      { line: at, column: to, value, text: hundredths(value, locale, value < 0.0995 && columnNames.length < 10 ? 1 : 0), complete: true, row, tip },
    ];
  });
  if (cells.length < 2) return null;
  const extent = colourExtent(
    cells.map((cell) => cell.value),
    0.01,
  );
  const alt = `Heat map, ${title} ${subtitle}: ${cells.length} cells from ${percent(extent[0], locale)} to ${percent(extent[1], locale)}.`;
  const names = Math.max(...lineNames.map((label) => textWidth(label, 12))) + 40;
  const picture = heatMap({
    label: alt,
    width,
    lines: lineNames.map((label) => ({ label, size: "" })),
    columns: columnNames.map((column) => shortened(column, Math.min(72, (width - names) / columnNames.length) - 8, 11)),
    columnUnit,
    sizeLabel: "",
    cells,
    extent,
    total: null,
  });
  return {
    element: element("div", "figure", picture),
    title,
    subtitle,
    alt,
    drawn: table,
    legend: rampLegend({ least: percent(extent[0], locale), greatest: percent(extent[1], locale), hatched: null }),
    picks(mark) {
      const row = rowOf(mark);
      if (row === null) return null;
      const key = (of: string, text: string) => (texts(table, of)[row] === null ? Number(text) : text);
      return { table: name, row: { [lines]: key(lines, line[row]!), [columns]: key(columns, column[row]!) } };
    },
  };
}
