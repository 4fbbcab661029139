import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Figure } from "../../figures/figure.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import type { CellResult } from "../../schema/result.ts";
import { icon } from "../icons/icon.ts";
import "../reader/control-panel.ts";
import { hasControls } from "../workspace/choices.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { cellActions } from "./cell-actions.ts";
import { cellProblem } from "./cell-problem.ts";
import "./missing-file.ts";
import "./next-cells.ts";

function progress(cell: CellState): TemplateResult {
  const fraction = cell.progress?.fraction ?? 0;
  return html`<div
      class="progress"
      role="progressbar"
      aria-label=${`Progress of ${cell.name}`}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.floor(fraction * 100)}
    >
      <i style=${`width: ${(fraction * 100).toFixed(1)}%`}></i>
    </div>
    <p class="subtitle">${cell.progress?.doing ?? ""}</p>`;
}

function warnings(block: CellBlock, result: CellResult, workspace: Workspace): TemplateResult[] {
  return result.warnings.map(
    ({ lead, text, remedy, fixes = [] }) =>
      html`<div class="warning">
          ${icon("triangle-alert")}
          <div>${sentence(text, lead)}${remedy === undefined ? nothing : html` ${remedy}`}</div>
        </div>
        ${
          fixes.length === 0
            ? nothing
            : html`<div class="buttons">
                ${fixes
                  .slice(0, 3)
                  .map(
                    ({ label, params }) => html`<button class="button" @click=${() => workspace.edits.setParams(block.id, params)}>${label}</button>`,
                  )}
              </div>`
        }`,
  );
}

function sentence(text: string, lead: string | undefined): TemplateResult {
  if (lead === undefined || !text.startsWith(lead)) return html`${text}`;
  return html`<b>${lead}</b>${text.slice(lead.length)}`;
}

const ghost = html`<div class="ghost"><i style="width: 70%"></i><i style="width: 44%"></i></div>`;

function situation(block: CellBlock, cell: CellState, workspace: Workspace): TemplateResult | typeof nothing {
  switch (cell.state) {
    case "running":
      return progress(cell);
    case "queued":
      return cell.result === null ? ghost : nothing;
    case "invalid":
    case "error":
      return cellProblem(block, cell, workspace);
    case "missing":
      return html`<missing-file .workspace=${workspace} .block=${block} .names=${cell.missingFiles}></missing-file>`;
    case "blocked": {
      const cause = cell.because;
      if (cause === null)
        return html`<p class="subtitle">${cell.problem?.problem ?? "It waits for a cell that cannot run."} ${cell.problem?.remedy ?? ""}</p>`;
      return html`<p class="subtitle">
        Waits for <button class="link mono" @click=${() => workspace.selection.focusCell(cause)}>${cause}</button>. It will run as soon as that is
        settled. ${cell.problem?.problem.replace(`Waits for "${cause}": `, "")}
      </p>`;
    }
    case "stale":
      return html`<p class="subtitle">Shown as it was before the change.</p>`;
    case "cancelled":
      return html`<p class="subtitle">${cell.result === null ? "Nothing was kept." : "The result before it is shown."}</p>`;
    case "fresh":
      return html`<p class="subtitle">${cell.problem?.remedy ?? "Choose what it reads in its parameters, or drop a file anywhere on the page."}</p>`;
    default:
      return nothing;
  }
}

/** What stands between a cell's title and its footer: what is happening, the figures of the last result, and what to know about them. */
export function cellBody(block: CellBlock, cell: CellState, figures: readonly Figure[], fault: string | null, workspace: Workspace): TemplateResult {
  const { result } = cell;
  const shown = result === null ? [] : figures;
  return html`
    ${situation(block, cell, workspace)}
    ${hasControls(block) ? html`<control-panel class="controls" .workspace=${workspace} .cell=${block.name}></control-panel>` : nothing}
    ${
      shown.length === 0
        ? nothing
        : html`<div class=${cell.current ? "figures" : "figures dim"}>
            ${repeat(
              shown,
              (figure) => figure,
              (figure, index) =>
                html`<figure-view
                  class=${figure.half ? "half" : ""}
                  .figure=${figure}
                  .block=${block}
                  .marks=${workspace.marks}
                  ?captioned=${index > 0}
                ></figure-view>`,
            )}
          </div>`
    }
    ${
      fault === null || result === null
        ? nothing
        : html`<div class="warning danger">
            ${icon("circle-alert")}
            <div><b>The figure could not be drawn</b> (${fault}). The numbers are right; see them in the table.</div>
          </div>`
    }
    ${result === null ? nothing : warnings(block, result, workspace)} ${result === null ? nothing : cellActions(block, result, workspace)}
    ${result === null ? nothing : html`<next-cells .workspace=${workspace} .block=${block}></next-cells>`}
  `;
}
