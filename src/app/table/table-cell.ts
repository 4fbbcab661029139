import { html, type TemplateResult } from "lit";
import { moment } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { percent } from "../../figures/formats/percent.ts";
import type { Column } from "../../schema/column.ts";
import { scalarAt } from "../../schema/scalar.ts";

/** Whether a column's values stand at the right, so that their digits stand below one another. */
export const isNumeric = (column: Column): boolean => column.type === "number" || column.type === "integer";

/** One value of a table as a reader meets it: times in the notebook's zone, missing said as empty, a share as a bar too. */
export function tableCell(column: Column, row: number, timezone: string): TemplateResult | string {
  const text = cellText(column, row, timezone);
  if (text === null) return html`<em>empty</em>`;
  const share = column.values[row]!;
  if (column.role !== "rate" || !(share >= 0 && share <= 1)) return text;
  return html`<span class="rate"><i style=${`width: ${share * 100}%`}></i></span>${text}`;
}

/** One value as text, or null where it is missing. */
export function cellText(column: Column, row: number, timezone: string): string | null {
  const value = scalarAt(column, row);
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (column.type === "time") return moment(value, timezone);
  if (column.role === "rate" && Math.abs(value) <= 1) return percent(value, navigator.language, 1);
  return number(value, navigator.language, Math.abs(value) < 1 ? 4 : 2);
}
