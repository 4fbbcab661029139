import * as Plot from "@observablehq/plot";
import { colourStep, type Extent } from "./colour-step.ts";
import type { MarkedLine } from "./annotations.ts";
import { hatch } from "./hatch.ts";
import { heatMapLayout, type HeatMapLayout } from "./heat-map-layout.ts";
import { plot, withTips } from "./plot.ts";
import type { Marked } from "./tip.ts";
import { shortened, textWidth } from "./text-width.ts";
import { sequential, sequentialSteps, variable } from "./theme.ts";

/** One cell. `column` and `line` count from 0; an incomplete cell is hatched, and one without a value is left empty. */
export interface HeatCell extends Marked {
  line: number;
  column: number;
  value: number;
  text: string;
  complete: boolean;
}

/** One line of cells with its size. `note` stands where the cells would, when there are none. */
export interface HeatLine {
  label: string;
  size: string;
  note?: string;
}

/** A heat map in lines and columns, with a direct label in every cell that has room for one. */
export interface HeatMapOptions {
  /** What a screen reader says. */
  label: string;
  width: number;
  lines: readonly HeatLine[];
  columns: readonly string[];
  /** What all columns count, such as "month": said at the first one, or above them where they are narrow. */
  columnUnit: string;
  sizeLabel: string;
  cells: readonly HeatCell[];
  extent: Extent;
  /** The last line, below the others: the text of each column, or null where there is none. */
  total: { label: string; size: string; texts: readonly (string | null)[] } | null;
  /** Lines above which a rule says what happened then. */
  marked?: readonly MarkedLine[];
}

const muted = variable("figure-muted");
const margin = 12;
const totalHeight = 25;
/** Words shorter than this, in px, say nothing. */
const leastRoom = 64;

/** What the parts of a heat map are drawn from: its options, and where everything stands. */
interface Frame extends HeatMapOptions {
  layout: HeatMapLayout;
  /** The left edge of a column and the middle of a line. */
  left: (column: number) => number;
  middle: (line: number) => number;
}

const longest = (texts: readonly (string | null)[]): string =>
  texts.reduce<string>((most, text) => (text !== null && text.length > most.length ? text : most), "");

function word(text: string, x: number, y: number, options: Plot.TextOptions): Plot.Markish {
  return Plot.text([text], { x: () => x, y: () => y, text: () => text, ...options });
}

function headMarks({ layout, columns, columnUnit, sizeLabel, left }: Frame): Plot.Markish[] {
  const { marginLeft, marginTop, unit, columnEvery } = layout;
  const y = marginTop - margin;
  const shown = columns.map((_, index) => index).filter((index) => index % columnEvery === 0);
  const name = (column: number) => (column === 0 && unit ? `${columnUnit} ${columns[0]}` : columns[column]!);
  const quiet = { fontSize: 11, fill: muted };
  return [
    Plot.text(shown, { x: (column: number) => left(column + 0.5), y: () => y, text: name, ...quiet }),
    unit || columns.length === 0 ? null : word(columnUnit, marginLeft, 8, { textAnchor: "start", ...quiet }),
    word(sizeLabel, marginLeft - margin, y, { textAnchor: "end", ...quiet }),
  ];
}

function lineMarks({ layout, lines, middle }: Frame): Plot.Markish[] {
  const { marginLeft, labelWidth, rowHeight, rowEvery, fontSize } = layout;
  const placed = lines.map((line, index) => ({ ...line, index }));
  const shown = placed.filter(({ index }) => index % rowEvery === 0);
  const noted = placed.filter(({ note }) => note !== undefined && rowHeight >= 14);
  const at = { y: ({ index }: { index: number }) => middle(index), fontSize };
  return [
    Plot.text(shown, { ...at, x: 0, text: ({ label }: HeatLine) => shortened(label, labelWidth, fontSize), textAnchor: "start" }),
    Plot.text(shown, { ...at, x: marginLeft - margin, text: "size", textAnchor: "end", fill: muted }),
    Plot.text(noted, { ...at, x: marginLeft + 3, text: "note", textAnchor: "start", fontStyle: "italic", fill: muted }),
  ];
}

function cellMarks({ layout, cells, extent, left, middle }: Frame): Plot.Markish[] {
  const { rowHeight, columnWidth, gap, fontSize, values } = layout;
  const { pattern, fill } = hatch();
  const step = (cell: HeatCell) => sequential(colourStep(cell.value, extent, sequentialSteps));
  const at = {
    x: (cell: HeatCell) => left(cell.column + 0.5),
    y: (cell: HeatCell) => middle(cell.line),
    text: "text",
    fontSize,
    pointerEvents: "none",
  } as const;
  const halo = { fill: variable("ink-2"), stroke: variable("paper"), strokeWidth: 4, fontStyle: "italic" };
  const full = cells.filter((cell) => cell.complete);
  const partial = cells.filter((cell) => !cell.complete);
  return [
    () => pattern,
    Plot.rect(cells, {
      x1: (cell: HeatCell) => left(cell.column) + gap / 2,
      x2: (cell: HeatCell) => left(cell.column + 1) - gap / 2,
      y1: (cell: HeatCell) => middle(cell.line) - (rowHeight - gap) / 2,
      y2: (cell: HeatCell) => middle(cell.line) + (rowHeight - gap) / 2,
      fill: (cell: HeatCell) => (cell.complete ? step(cell).fill : fill),
      stroke: (cell: HeatCell) => (cell.complete ? "none" : variable("figure-grid")),
      rx: Math.min(2, columnWidth / 6),
      ...withTips(cells),
    }),
    values ? Plot.text(full, { ...at, fill: (cell: HeatCell) => step(cell).ink }) : null,
    values ? Plot.text(partial, { ...at, ...halo }) : null,
  ];
}

/** A rule above each marked line, with its words right of the cells where there is room for them. */
function markedMarks({ layout, width, cells, lines, marked = [], left, middle }: Frame): Plot.Markish[] {
  const { rowHeight } = layout;
  const placed = marked.map(({ line, text, short }) => {
    const last = cells.reduce((most, cell) => (cell.line === line ? Math.max(most, cell.column + 1) : most), 0);
    const note = lines[line]!.note;
    const start = left(last) + (note === undefined ? 0 : textWidth(note, layout.fontSize) + margin);
    const room = width - start - margin;
    const words = textWidth(text, 11) <= room ? text : shortened(short, room, 11);
    return { top: middle(line) - rowHeight / 2, text: room < leastRoom ? "" : words };
  });
  return [
    Plot.link(placed, { x1: () => 0, x2: () => width, y1: "top", y2: "top", stroke: variable("ink-3"), strokeDasharray: "3 3" }),
    Plot.text(placed, {
      x: () => width,
      y: ({ top }: { top: number }) => top + Math.min(10, rowHeight / 2),
      text: "text",
      textAnchor: "end",
      fontSize: 11,
      fill: variable("ink-2"),
    }),
  ];
}

function totalMarks({ layout, lines, total, left, middle }: Frame): Plot.Markish[] {
  if (total === null) return [];
  const { marginLeft, rowHeight, fontSize, totals, columnEvery } = layout;
  const y = middle(lines.length) + (totalHeight - rowHeight) / 2;
  const shown = total.texts
    .map((text, column) => ({ text, column }))
    .filter(({ text, column }) => text !== null && (totals || column % columnEvery === 0));
  return [
    word(total.label, 0, y, { textAnchor: "start", fontSize, fill: variable("ink") }),
    word(total.size, marginLeft - margin, y, { textAnchor: "end", fontSize, fill: muted }),
    Plot.text(shown, { x: ({ column }) => left(column + 0.5), y: () => y, text: "text", fontWeight: 600, fontSize, fill: variable("ink") }),
  ];
}

/** Draws a heat map. Colours are quantised steps, each with the ink that reads on it. */
export function heatMap(options: HeatMapOptions): SVGSVGElement {
  const { label, width, lines, columns, sizeLabel, cells, total } = options;
  const last = total === null ? [] : [total];
  const layout = heatMapLayout({
    width,
    rowLabels: [...lines, ...last].map((line) => line.label),
    sizes: [sizeLabel, ...[...lines, ...last].map((line) => line.size)],
    columns,
    value: longest(cells.map((cell) => cell.text)),
    total: longest(total?.texts ?? []),
  });
  const { marginTop, marginLeft, rowHeight, columnWidth } = layout;
  const left = (column: number) => marginLeft + column * columnWidth;
  const middle = (line: number) => marginTop + (line + 0.5) * rowHeight;
  const frame: Frame = { ...options, layout, left, middle };
  return plot({
    label,
    width,
    height: marginTop + rowHeight * lines.length + (total === null ? 0 : totalHeight) + 2,
    x: { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    marks: [headMarks(frame), lineMarks(frame), cellMarks(frame), totalMarks(frame), markedMarks(frame)],
  });
}
