import type { CellValue, SheetData } from "read-excel-file/universal";
import { headerNames } from "../../csv/header-names.ts";
import { sniffFooter } from "../../csv/sniff-footer.ts";
import { sniffHeader } from "../../csv/sniff-header.ts";
import { sniffPreamble } from "../../csv/sniff-preamble.ts";
import { wallClock } from "../../csv/wall-clock.ts";
import type { LeftOut } from "../../csv/csv-report.ts";
import type { ReadOptions } from "../read-options.ts";
import type { TableReading } from "../table-reading.ts";
import { mostColumns, ValueTable } from "../values/value-table.ts";
import type { Value } from "../values/value-column.ts";

/** Rows the names and what stands around the table are told from. */
const sampled = 200;

const errors = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NAME!|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

function asText(cell: CellValue | null): string {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

function isBlank(row: readonly (CellValue | null)[]): boolean {
  return row.every((cell) => cell === null || cell === "");
}

/** The rows of a sheet as a table: names found, titles above and totals below left out, blank rows skipped. Dates are what a wall in the zone shows. */
export function sheetTable(data: SheetData, file: string, options: ReadOptions): TableReading {
  const last = data.findLastIndex((row) => !isBlank(row));
  const rows = data.slice(0, last + 1);
  const filled = rows.filter((row) => !isBlank(row));
  const width = filled.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => cell !== null && cell !== "") + 1), 0);
  const texts = filled.slice(0, sampled).map((row) => row.slice(0, width).map(asText));
  const skip = Math.min(options.skip ?? sniffPreamble(texts, width), filled.length);
  const named = options.header ?? sniffHeader(texts.slice(skip)).header;
  const names = headerNames(named ? (texts[skip] ?? []) : [], Math.min(width, mostColumns));
  const tail = rows.slice(-sampled).map((row) => row.slice(0, width).map(asText));
  const footer = footerRows(tail, options.footer ?? sniffFooter(tail, width));
  const body = filled.slice(skip + (named ? 1 : 0), filled.length - footer.length);
  const local = wallClock(options.zone);
  const table = new ValueTable(file);
  for (const row of body) {
    for (const [column, name] of names.entries()) table.put(name, valueOf(row[column] ?? null, local));
    table.endRow();
  }
  const leftOut: LeftOut = {
    ...(skip > 0 && { above: { count: skip, example: texts[0]!.join(" ").trim().slice(0, 120) } }),
    ...(footer.length > 0 && { below: { count: footer.length, example: footer[0]!.join(" ").trim().slice(0, 120) } }),
  };
  return { ...table.finish("Excel", "fractions", options), leftOut };
}

/** The rows of a footer that have anything in them. */
function footerRows(tail: readonly string[][], count: number): string[][] {
  return count === 0 ? [] : tail.slice(-count).filter((row) => row.some((value) => value !== ""));
}

function valueOf(cell: CellValue | null, local: (wall: number) => number): Value {
  if (cell === null) return null;
  if (cell instanceof Date) return new Date(local(cell.getTime()));
  if (typeof cell === "string") return errors.test(cell) ? null : cell;
  return cell as Value;
}
