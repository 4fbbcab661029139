import { html, svg, type TemplateResult } from "lit";
import { compact } from "../../figures/formats/compact.ts";
import { date, moment } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import { numbers } from "../../figures/read.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";

const bins = 16;
const [wide, high] = [88, 24];

function range(column: Column, summary: Table, row: number, timezone: string): string {
  const locale = navigator.language;
  if (column.type === "text") {
    const distinct = numbers(summary, "distinct")[row] ?? 0;
    return `${number(distinct, locale)} ${distinct === 1 ? "value" : "values"}`;
  }
  const [least, greatest] = [numbers(summary, "least")[row] ?? null, numbers(summary, "greatest")[row] ?? null];
  if (least === null || greatest === null) return "no values";
  if (column.type === "boolean") return "";
  if (column.type === "time") return [least, greatest].map((ms) => date(moment(ms, timezone), locale)).join(" – ");
  return `${compact(least, locale)} – ${compact(greatest, locale)}`;
}

/** What stands below a column's name: its values as a small histogram, their range, and how many are missing. */
export function columnHead(column: Column, summary: Table | null, place: number, rows: number, timezone: string): TemplateResult {
  if (summary === null || place >= summary.rows) return html`<span class="head-note">&nbsp;</span>`;
  const counts = Array.from({ length: bins }, (_, bin) => numbers(summary, `bin_${bin + 1}`)[place] ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const most = Math.max(1, ...counts);
  const starts = counts.map((_, bin) => counts.slice(0, bin).reduce((sum, count) => sum + count, 0));
  const isShares = column.type === "text";
  const marks = counts.map((count, bin) =>
    isShares
      ? svg`<rect x=${(starts[bin]! / total) * wide} y="6" width=${Math.max(0, (count / total) * wide - 0.75)} height="14" opacity=${1 - bin * 0.04}></rect>`
      : svg`<rect x=${(bin * wide) / bins} y=${high - (count / most) * high} width=${wide / bins - 1} height=${(count / most) * high}></rect>`,
  );
  const missing = numbers(summary, "missing")[place] ?? 0;
  const share = rows === 0 ? 0 : missing / rows;
  const words = missing === 0 ? "none empty" : `${share < 0.01 ? "under 1%" : percent(share, navigator.language)} empty`;
  return html`<svg class="histogram" width=${wide} height=${high} aria-hidden="true">${marks}</svg>
    <span class="head-note">${range(column, summary, place, timezone)}&nbsp;</span
    ><span class=${share > 0.5 ? "head-note much" : "head-note"}>${words}</span>`;
}
