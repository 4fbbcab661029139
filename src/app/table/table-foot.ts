import { html, nothing, type TemplateResult } from "lit";
import { number } from "../../figures/formats/number.ts";
import { boundsOf, type Selected } from "./selection.ts";
import type { Order } from "./table-rows.ts";

/** The line below a table: what is selected, the order, and which rows are in view. */
export function tableFoot(at: {
  selected: Selected | null;
  sums: readonly string[];
  order: Order | null;
  first: number;
  count: number;
  total: number;
}): TemplateResult {
  const locale = navigator.language;
  const { selected, sums, order, first, count, total } = at;
  const bounds = selected === null ? null : boundsOf(selected);
  return html`<div class="foot">
    ${bounds === null ? nothing : html`<span><b>Selected</b> ${number(bounds.bottom - bounds.top + 1, locale)} × ${bounds.right - bounds.left + 1}</span>`}
    ${bounds === null ? nothing : sums.slice(0, 3).map((words) => html`<span>${words}</span>`)}
    <span class="space"></span>
    <span>${order === null ? "in its own order" : `sorted by ${order.column}, ${order.descending ? "falling" : "rising"}`}</span>
    <span>rows ${number(Math.min(total, first + 1), locale)}–${number(Math.min(total, first + count), locale)} of ${number(total, locale)}</span>
  </div>`;
}
