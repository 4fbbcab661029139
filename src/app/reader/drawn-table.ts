import { html, nothing, type TemplateResult } from "lit";
import { counted } from "../../figures/formats/counted.ts";
import type { Table } from "../../schema/table.ts";
import { isNumeric, tableCell } from "../table/table-cell.ts";

/** Rows a report sets in full. */
const most = 200;

/** The table a figure is drawn from, set as type: all of it where it is short enough to be read. */
export function drawnTable(table: Table, name: string, timezone: string): TemplateResult {
  const rows = Math.min(table.rows, most);
  const left = (table.truncatedFrom ?? table.rows) - rows;
  const sides = table.columns.map((column) => (isNumeric(column) ? "number" : ""));
  return html`<div class="twin" role="region" tabindex="0" aria-label=${`Table of ${name}`}>
    <table>
      <thead>
        <tr>
          ${table.columns.map((column, at) => html`<th scope="col" class=${sides[at]!}>${column.label ?? column.name.replaceAll("_", " ")}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Array.from(
          { length: rows },
          (_, row) =>
            html`<tr>
              ${table.columns.map((column, at) => html`<td class=${sides[at]!}>${tableCell(column, row, timezone)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
    ${left > 0 ? html`<p class="note">And ${counted(left, "row", navigator.language)} more.</p>` : nothing}
  </div>`;
}
