import { css, html, type TemplateResult } from "lit";
import type { ColumnAction } from "../../share/gate/column-plan.ts";
import type { FilePlan } from "../workspace/sharing/gathered-data.ts";

export const columnStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 152px;
    gap: 4px 12px;
    align-items: center;
    margin: 4px 0 16px;
  }
  .columns h4 {
    grid-column: 1 / -1;
    margin: 8px 0 0;
    font: 500 var(--text-ui) / var(--line-ui) var(--font-ui);
  }
  .columns label {
    overflow-wrap: anywhere;
  }
  .columns label span:not(.mono) {
    display: block;
    font: 400 12px/16px var(--font-ui);
    color: var(--ink-3);
  }
`;

const actions: Record<ColumnAction, string> = {
  keep: "Keep",
  pseudonym: "Rename its values",
  redact: "Redact its texts",
  generalise: "Make coarser",
  drop: "Leave out",
};

/** What happens to each column of each file, to be changed. */
export function shareColumns(plans: readonly FilePlan[], set: (cell: string, column: string, action: ColumnAction) => void): TemplateResult {
  return html`<div class="columns">
    ${plans.map(
      ({ cell, file, plan }) =>
        html`<h4>${file}</h4>
          ${plan.map(({ column, found, action }) => {
            const id = `column-${cell}-${file}-${column}`;
            return html`<label for=${id}><span class="mono">${column}</span>${found === null ? "" : html`<span>${found.why}</span>`}</label>
              <select id=${id} @change=${(event: Event) => set(cell, column, (event.target as HTMLSelectElement).value as ColumnAction)}>
                ${Object.entries(actions).map(([name, words]) => html`<option value=${name} ?selected=${name === action}>${words}</option>`)}
              </select>`;
          })}`,
    )}
  </div>`;
}
