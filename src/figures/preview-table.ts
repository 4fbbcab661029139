import { columnIcon } from "./column-icon.ts";
import { element } from "./element.ts";
import { heading } from "./heading.ts";
import type { PreviewColumn } from "./preview.ts";
import { scrolling } from "./scrolling.ts";

const mostColumns = 100;

function head({ name, type, note, numeric }: PreviewColumn): HTMLElement {
  const title = element("span", "figure-column", columnIcon(type), element("code", "", name));
  const cell = heading("", numeric ? "is-number" : "");
  cell.append(title, element("span", "figure-column-note", note));
  cell.title = name;
  return cell;
}

function body({ values, numeric }: PreviewColumn, row: number): HTMLElement {
  const text = values[row]!;
  const cell = element("td", numeric ? "is-number" : "", text);
  if (text.length > 24) cell.title = text;
  return cell;
}

/**
 * Draws the first rows of a table, each column with its type. Wide tables scroll within the figure; of very wide ones the first
 * hundred columns are drawn.
 *
 * @param label What a screen reader calls it.
 */
export function previewTable(columns: readonly PreviewColumn[], label: string): HTMLElement {
  const shown = columns.slice(0, mostColumns);
  const rows = shown[0]?.values.length ?? 0;
  const table = element(
    "table",
    "figure-table",
    element("thead", "", element("tr", "", ...shown.map(head))),
    element("tbody", "", ...Array.from({ length: rows }, (_, row) => element("tr", "", ...shown.map((column) => body(column, row))))),
  );
  const more = columns.length - shown.length;
  const note = more > 0 ? element("p", "figure-note", `and ${more} more columns`) : null;
  return element("div", "figure", scrolling(table, label), note);
}
