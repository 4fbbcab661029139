import { html, nothing, type TemplateResult } from "lit";
import { span } from "../../figures/formats/span.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import { icon } from "../icons/icon.ts";
import type { Workspace } from "../workspace/workspace.ts";

const mono = (name: string | null): TemplateResult | typeof nothing => (name === null ? nothing : html`<span class="mono">${name}</span>`);

/** What stands at the right of a cell's first line: its state in words, and the one thing to do about it. */
export function cellBadge(cell: CellState, workspace: Workspace): TemplateResult | typeof nothing {
  const run = (label: string) =>
    html`<button class="button small" @click=${() => workspace.runs.run(cell.name)}>${icon("play", "small")}${label}</button>`;
  switch (cell.state) {
    case "running": {
      const left = cell.progress?.left ?? null;
      const percent = Math.floor((cell.progress?.fraction ?? 0) * 100);
      return html`<span class="badge accent"
        >running ${percent}%${left === null ? "" : `, ${span(left * 1000, navigator.language)} left`}
        <button class="button small" @click=${() => workspace.runs.stopCell(cell.name)}>${icon("square", "small")}Stop</button></span
      >`;
    }
    case "queued":
      return html`<span class="badge">queued${cell.because === null ? "" : ", after"} ${mono(cell.because)}</span>`;
    case "stale":
      return html`<span class="badge warn"
        >stale${cell.because === null ? "" : ":"} ${mono(cell.because)} ${cell.because === null ? "" : "changed"} ${run("Run")}</span
      >`;
    case "blocked":
      return html`<span class="badge warn">blocked${cell.because === null ? "" : " by"} ${mono(cell.because)}</span>`;
    case "cancelled":
      return html`<span class="badge"
        >stopped by you${cell.progress === null ? "" : ` at ${Math.floor(cell.progress.fraction * 100)}%`} ${run("Run again")}</span
      >`;
    case "invalid":
    case "error":
      return html`<span class="badge danger">${cell.state}</span>`;
    case "missing":
      return html`<span class="badge warn">file missing</span>`;
    case "kept":
      return html`<span class="badge">as shared</span>`;
    case "fresh":
      return html`<span class="badge">no data yet</span>`;
    default:
      return nothing;
  }
}
