import { textWidth } from "./text-width.ts";
import { every } from "./ticks.ts";

/** What a heat map has to find room for. */
export interface HeatMapNeeds {
  /** Px. */
  width: number;
  rowLabels: readonly string[];
  /** The head of the sizes, and the sizes as text. */
  sizes: readonly string[];
  columns: readonly string[];
  /** The longest text in a cell, and in the totals row. */
  value: string;
  total: string;
}

/** Where everything of a heat map stands, in px. */
export interface HeatMapLayout {
  marginLeft: number;
  marginRight: number;
  rowHeight: number;
  columnWidth: number;
  /** Of values and row labels. */
  fontSize: number;
  /** Where the row labels are cut. */
  labelWidth: number;
  /** Whether values fit into cells, and into the totals row. */
  values: boolean;
  totals: boolean;
  /** Whether the unit fits beside the first column's name. */
  unit: boolean;
  marginTop: number;
  /** Between cells. */
  gap: number;
  /** How many rows or columns apart labels stand. */
  rowEvery: number;
  columnEvery: number;
}

const margin = 12;
const widestColumn = 72;

const widest = (texts: readonly string[], size: number): number => texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);

function heightOf(rows: number): number {
  if (rows <= 18) return 25;
  return rows <= 40 ? 19 : Math.max(5, Math.floor(720 / rows));
}

/**
 * Finds room for a heat map: cells shrink with their number, and what no longer fits is left to the table and to tips.
 */
export function heatMapLayout({ width, rowLabels, sizes, columns, value, total }: HeatMapNeeds): HeatMapLayout {
  const rowHeight = heightOf(rowLabels.length);
  const fontSize = rowHeight >= 22 && width >= 480 ? 12 : 11;
  const labelWidth = Math.min(widest(rowLabels, fontSize), width * 0.24);
  const sizeWidth = widest(sizes, fontSize);
  const marginLeft = Math.ceil(labelWidth + sizeWidth + 2 * margin);
  const columnWidth = Math.min(widestColumn, (width - marginLeft) / Math.max(1, columns.length));
  const unit = columnWidth >= 48;
  return {
    marginLeft,
    marginRight: Math.max(0, width - marginLeft - columnWidth * columns.length),
    rowHeight,
    columnWidth,
    fontSize,
    labelWidth,
    values: rowHeight >= 15 && textWidth(value, fontSize) + 2 <= columnWidth,
    totals: textWidth(total, fontSize) + 4 <= columnWidth,
    unit,
    marginTop: unit ? 26 : 40,
    gap: Math.min(2, rowHeight * 0.08, columnWidth * 0.08),
    rowEvery: every(rowHeight, 14),
    columnEvery: every(columnWidth, widest(columns, 11) + 6),
  };
}
