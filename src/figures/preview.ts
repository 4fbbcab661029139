import type { Column, ColumnType } from "../schema/column.ts";
import { scalarAt, type Scalar } from "../schema/scalar.ts";
import type { Table } from "../schema/table.ts";
import { moment } from "./formats/date.ts";
import { localized } from "./formats/number.ts";

/** One column of a preview: its head, and its values as text. */
export interface PreviewColumn {
  name: string;
  type: ColumnType | "key";
  note: string;
  /** Whether the values stand right-aligned. */
  numeric: boolean;
  values: string[];
}

/** How a preview is written. */
export interface PreviewOptions {
  rows: number;
  timezone: string;
  locale: string;
  /** By column name: what is said below it instead of its type. */
  notes?: ReadonlyMap<string, string>;
}

const absent = "–";
const mostDecimals = 6;

/** The words for a column's type: "time, Berlin", "number, EUR". */
function typeNote({ type, unit }: Column, timezone: string): string {
  if (type === "text") return "text";
  if (type === "boolean") return "yes or no";
  if (type === "time") return `time, ${timezone.split("/").at(-1)!.replaceAll("_", " ")}`;
  return unit === undefined ? "number" : `number, ${unit}`;
}

const isKey = ({ name, type }: Column): boolean =>
  (type === "text" || type === "integer") && /(^|[\s_.-])(id|key|uuid|guid)$|[a-z]I[dD]$/i.test(name);

function decimalsOf(value: number): number {
  const [, fraction = ""] = String(Number(value.toFixed(mostDecimals))).split(".");
  return fraction.length;
}

function written(values: readonly Scalar[], { type, unit }: Column, { timezone, locale }: PreviewOptions): string[] {
  const places = values.reduce<number>((most, value) => (typeof value === "number" ? Math.max(most, decimalsOf(value)) : most), 0);
  const decimals = places === 1 && /^[A-Z]{3}$/.test(unit ?? "") ? 2 : places;
  // Without thousands: a preview shows what the file holds, and numbers are often names.
  const digits = { grouping: false, least: decimals, most: decimals };
  const texts = values.map((value) => {
    if (value === null || value === "") return absent;
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "string") return value;
    return type === "time" ? moment(value, timezone) : localized(value, locale, digits);
  });
  const dates = type === "time" && texts.every((text) => text === absent || text.endsWith(" 00:00"));
  return dates ? texts.map((text) => text.replace(" 00:00", "")) : texts;
}

/**
 * The first rows of a table as text: numbers of a column with the same decimals, times in a zone, what is missing as a dash.
 */
export function preview(table: Table, options: PreviewOptions): PreviewColumn[] {
  const rows = Math.min(table.rows, options.rows);
  return table.columns.map((column) => {
    const values = Array.from({ length: rows }, (_, row) => scalarAt(column, row));
    return {
      name: column.name,
      type: isKey(column) ? "key" : column.type,
      note: options.notes?.get(column.name) ?? typeNote(column, options.timezone),
      numeric: (column.type === "number" || column.type === "integer") && !isKey(column),
      values: written(values, column, options),
    };
  });
}
