import type { Column } from "../../schema/column.ts";
import { neverFormula } from "../../share/table-csv.ts";
import { number } from "../../figures/formats/number.ts";
import { isPresent } from "../../schema/missing.ts";
import type { Page } from "./table-rows.ts";
import { cellText, isNumeric } from "./table-cell.ts";

/** A rectangle of cells: where it was begun, and where it reaches. */
export interface Selected {
  row: number;
  column: number;
  toRow: number;
  toColumn: number;
}

/** The first and last row and column of a selection. */
export function boundsOf({ row, column, toRow, toColumn }: Selected): { top: number; bottom: number; left: number; right: number } {
  return { top: Math.min(row, toRow), bottom: Math.max(row, toRow), left: Math.min(column, toColumn), right: Math.max(column, toColumn) };
}

/** Cells as text for a spreadsheet: tabs between columns, a line for each row; tabs and line ends within a text become spaces, and none is run as a formula. */
export function selectionTsv({ table, rows }: Page, left: number, right: number, timezone: string): string {
  const columns = table.columns.slice(left, right + 1);
  const textOf = (column: Column, row: number): string => {
    const text = (cellText(column, row, timezone) ?? "").replace(/[\t\r\n]+/g, " ");
    return column.type === "text" ? neverFormula(text) : text;
  };
  return rows.map((row) => columns.map((column) => textOf(column, row)).join("\t")).join("\n");
}

/** The sum and the mean of each column of numbers in a selection, in words. */
export function selectionSums({ table, rows }: Page, left: number, right: number, locale: string): string[] {
  return table.columns.slice(left, right + 1).flatMap((column) => {
    if (!isNumeric(column)) return [];
    const values = rows.filter((row) => isPresent(column, row)).map((row) => column.values[row]!);
    if (values.length === 0) return [];
    const sum = values.reduce((total, value) => total + value, 0);
    return [`${column.name}: sum ${number(sum, locale)}, mean ${number(sum / values.length, locale)}`];
  });
}
