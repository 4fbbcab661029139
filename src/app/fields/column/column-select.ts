import { html, type TemplateResult } from "lit";
import type { ColumnShape } from "../../../schema/shape.ts";

/** A list of columns with their types; a chosen one that does not exist is kept and said. */
export function columnSelect(options: {
  id?: string;
  label?: string;
  columns: readonly ColumnShape[];
  value: string | null;
  /** The words for choosing none; without them a column must be chosen. */
  none?: string;
  choose: (column: string | null) => void;
}): TemplateResult {
  const { columns, value, none, choose } = options;
  const unknown = value !== null && value !== "" && !columns.some((column) => column.name === value);
  return html`<select
    id=${options.id ?? ""}
    aria-label=${options.label ?? "Column"}
    class="mono"
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value || null)}
  >
    <option value="" ?selected=${value === null || value === ""} ?disabled=${none === undefined}>${none ?? "choose a column"}</option>
    ${unknown ? html`<option value=${value} selected>${value}${columns.length > 0 ? " (not found)" : ""}</option>` : ""}
    ${columns.map((column) => html`<option value=${column.name} ?selected=${column.name === value}>${column.name}</option>`)}
  </select>`;
}
