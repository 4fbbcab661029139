import { html, type TemplateResult } from "lit";
import type { ColumnShape } from "../../../schema/shape.ts";
import { windowKinds, type WindowColumn, type WindowVerb } from "../../../schema/verbs.ts";
import { icon } from "../../icons/icon.ts";
import { columnSelect } from "../column/column-select.ts";

const sentences: Record<WindowColumn["is"], string> = {
  row_number: "number of the row",
  rank: "rank, equal ones alike",
  lag: "value of a row before",
  lead: "value of a row behind",
  cumulative_sum: "sum so far",
  cumulative_mean: "mean so far",
};

const needsColumn = (is: WindowColumn["is"]): boolean => is !== "row_number" && is !== "rank";

/** The columns of a window: name, what it is, of which column, and how far away. The order is edited apart. */
export function windowStep(
  window: WindowVerb,
  columns: readonly ColumnShape[],
  order: TemplateResult,
  set: (window: WindowVerb) => void,
): TemplateResult {
  const entries = Object.entries(window.columns);
  const replace = (index: number, entry: [string, WindowColumn] | null) =>
    set({ ...window, columns: Object.fromEntries(entries.flatMap((old, at) => (at !== index ? [old] : entry === null ? [] : [entry]))) });
  const numbers = columns.filter(({ type }) => type === "number" || type === "integer");
  const choose = (index: number, name: string, is: WindowColumn["is"], column: WindowColumn) => {
    const of = column.of ?? (is === "lag" || is === "lead" ? columns[0] : numbers[0])?.name ?? "";
    replace(index, [name, needsColumn(is) ? { is, of, ...(is === "lag" || is === "lead" ? { by: column.by ?? 1 } : {}) } : { is }]);
  };
  return html`<span class="label">In the order of</span>${order}
    ${entries.map(
      ([name, column], index) =>
        html`<div class="stack" style="gap: 4px">
          <div class="row">
            <input
              class="mono grow"
              aria-label="Name of the column"
              .value=${name}
              @change=${(event: Event) => replace(index, [(event.target as HTMLInputElement).value.trim() || name, column])}
            />${
              entries.length === 1
                ? ""
                : html`<button class="icon" aria-label=${`Remove ${name}`} @click=${() => replace(index, null)}>${icon("x", "small")}</button>`
            }
          </div>
          <select
            aria-label=${`What ${name} is`}
            @change=${(event: Event) => choose(index, name, windowKinds[(event.target as HTMLSelectElement).selectedIndex]!, column)}
          >
            ${windowKinds.map((kind) => html`<option ?selected=${kind === column.is}>${kind}: ${sentences[kind]}</option>`)}
          </select>
          ${
            needsColumn(column.is)
              ? columnSelect({
                  label: `Column ${name} is of`,
                  columns: column.is === "lag" || column.is === "lead" ? columns : numbers,
                  value: column.of ?? "",
                  choose: (of) => of !== null && replace(index, [name, { ...column, of }]),
                })
              : ""
          }
          ${
            column.is === "lag" || column.is === "lead"
              ? html`<input
                  type="number"
                  min="1"
                  aria-label=${`How many rows away ${name} is`}
                  .value=${String(column.by ?? 1)}
                  @change=${(event: Event) => {
                    const by = Math.trunc(Number((event.target as HTMLInputElement).value));
                    if (by >= 1) replace(index, [name, { ...column, by }]);
                  }}
                />`
              : ""
          }
        </div>`,
    )}
    <button class="add" @click=${() => set({ ...window, columns: { ...window.columns, [`number_${entries.length + 1}`]: { is: "row_number" } } })}>
      ${icon("plus", "small")}Column
    </button>`;
}
