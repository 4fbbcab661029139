import type { Table } from "../schema/table.ts";
import type { Figure, FigureTheme } from "./figure.ts";
import { counted } from "./formats/counted.ts";
import { element } from "./element.ts";
import { head } from "./head.ts";
import { message } from "./message.ts";
import { preview } from "./preview.ts";
import { previewTable } from "./preview-table.ts";

/** Rows shown of a table. */
const shownRows = 5;

/** What stands above a table's first rows. */
export interface FirstRowsCaption {
  title: string;
  subtitle: string;
  /** By column name: what is said below it instead of its type. */
  notes?: ReadonlyMap<string, string>;
  /** What to do when the table has no rows. */
  remedy: string;
}

/** A table's first rows as a figure, or a sentence where it has none. */
export function firstRows(table: Table | undefined, { timezone, locale }: FigureTheme, { title, subtitle, notes, remedy }: FirstRowsCaption): Figure {
  const drawn = table === undefined ? { rows: 0, unit: "event" as const, columns: [] } : head(table, shownRows);
  const total = drawn.truncatedFrom ?? drawn.rows;
  if (drawn.columns.length === 0 || drawn.rows === 0) {
    const words = drawn.columns.length === 0 ? "There is nothing to show." : `${counted(drawn.columns.length, "column", locale)}, and no row.`;
    return { element: element("div", "figure", message(words, remedy)), title, subtitle, alt: words, drawn };
  }
  const columns = preview(drawn, { rows: shownRows, timezone, locale, ...(notes === undefined ? {} : { notes }) });
  const first =
    drawn.rows === 1
      ? "The only row"
      : drawn.rows === total
        ? `All ${drawn.rows} rows`
        : `The first ${drawn.rows} of ${counted(total, "row", locale)}`;
  const alt = `${first}, ${counted(columns.length, "column", locale)}: ${columns.map((column) => column.name).join(", ")}.`;
  return { element: previewTable(columns, alt), title, subtitle, alt, drawn };
}
