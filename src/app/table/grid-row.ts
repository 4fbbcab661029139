import { html, nothing, type TemplateResult } from "lit";
import { number } from "../../figures/formats/number.ts";
import type { Column } from "../../schema/column.ts";
import { boundsOf, type Selected } from "./selection.ts";
import { isNumeric, tableCell } from "./table-cell.ts";

/** One row of the grid: which columns of it are drawn, and the width left free on either side. */
export interface GridRow {
  row: number;
  columns: readonly Column[];
  /** Its row in the columns' buffers; undefined until it is here. */
  place: number | undefined;
  from: number;
  to: number;
  gaps: readonly [number, number];
  selected: Selected | null;
  timezone: string;
}

/** Draws the cells of a row that are in view. */
export function gridRow({ row, columns, place, from, to, gaps, selected, timezone }: GridRow): TemplateResult {
  const bounds = selected === null ? null : boundsOf(selected);
  const isIn = (at: number) => bounds !== null && row >= bounds.top && row <= bounds.bottom && at >= bounds.left && at <= bounds.right;
  const isAt = (at: number) => selected?.toRow === row && selected.toColumn === at;
  return html`<tr role="row" aria-rowindex=${row + 2}>
    <td class="count" role="rowheader" aria-colindex="1">${number(row + 1, navigator.language)}</td>
    ${gaps[0] === 0 ? nothing : html`<td class="gap" role="presentation"></td>`}
    ${columns.slice(from, to).map((column, index) => {
      const at = from + index;
      return html`<td
        role="gridcell"
        id=${isAt(at) ? "at" : nothing}
        aria-colindex=${at + 2}
        aria-selected=${isIn(at) ? "true" : "false"}
        data-row=${row}
        data-column=${at}
        class=${`${isNumeric(column) ? "number" : ""}${isIn(at) ? " chosen" : ""}${isAt(at) ? " at" : ""}`}
      >
        ${place === undefined ? "…" : tableCell(column, place, timezone)}
      </td>`;
    })}
    ${gaps[1] === 0 ? nothing : html`<td class="gap" role="presentation"></td>`}
  </tr>`;
}
