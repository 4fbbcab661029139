import type { ColumnReader } from "./column-reader.ts";
import type { CsvOptions } from "./csv-options.ts";
import { finishColumn, type BuiltOptions } from "./finish-column.ts";
import type { Finished } from "./finish-texts.ts";

/** Whether a column could be read in two ways. */
function open({ report }: Finished): boolean {
  return report.dates?.decided === false || report.numbers?.decided === false;
}

/** The one value that all columns show, or null where they show none or differ. */
function agreed<T>(shown: readonly T[]): T | null {
  const different = new Set(shown);
  return different.size === 1 ? shown[0]! : null;
}

/**
 * Finishes all columns. A file is written by one hand: an order of day and month, or a decimal sign, that one column shows holds for those that
 * could be read both ways.
 */
export function finishTable(columns: readonly ColumnReader[], names: readonly string[], options: CsvOptions): Finished[] {
  const finish = (column: ColumnReader, index: number, found: Partial<BuiltOptions>) =>
    finishColumn(column.built, {
      name: names[index]!,
      rows: column.rows,
      asked: column.asked,
      guessing: "anything",
      decimal: options.decimal ?? "point",
      knownDecimal: options.decimal ?? null,
      dateOrder: options.dateOrder ?? null,
      encoding: options.encoding === "windows-1252" ? "windows-1252" : "utf-8",
      zone: options.zone,
      ...found,
    });
  const finished = columns.map((column, index) => {
    const first = finish(column, index, {});
    // What is settled makes room before the next column is copied to its final size.
    if (!open(first)) column.built = null;
    return first;
  });
  const dateOrder = agreed(finished.flatMap(({ report: { dates } }) => (dates?.decided === true ? [dates.order] : [])));
  const decimal = agreed(finished.flatMap(({ report: { numbers } }) => (numbers?.decided === true ? [numbers.decimal] : [])));
  return finished.map((column, index) => {
    if (!open(column)) return column;
    const found = {
      ...(column.report.dates !== undefined ? dateOrder !== null && { dateOrder } : decimal !== null && { decimal, knownDecimal: decimal }),
    };
    return Object.keys(found).length === 0 ? column : finish(columns[index]!, index, found);
  });
}
