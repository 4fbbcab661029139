import { html, nothing, type TemplateResult } from "lit";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What to do about a problem whose sentence is the cell's title: the remedy, and each ready fix as a button. */
export function cellProblem(block: CellBlock, cell: CellState, workspace: Workspace): TemplateResult | typeof nothing {
  const { problem } = cell;
  if (problem === null) return nothing;
  const fixes = problem.fixes ?? [];
  return html`<div class="warning danger">
      ${icon("circle-alert")}
      <div>${problem.remedy}</div>
    </div>
    <div class="buttons">
      ${fixes
        .slice(0, 3)
        .map(
          (fix, index) =>
            html`<button class=${index === 0 ? "button primary" : "button"} @click=${() => workspace.edits.setParams(block.id, fix.params)}>
              ${fix.label}
            </button>`,
        )}
      ${cell.state === "error" ? html`<button class="button" @click=${() => workspace.runs.run(block.name)}>${icon("play")}Run again</button>` : nothing}
      <button
        class="button bare"
        @click=${() => {
          workspace.selection.select(block.id);
          workspace.layout.openInspector("parameters");
        }}
      >
        Show its parameters
      </button>
    </div>`;
}
