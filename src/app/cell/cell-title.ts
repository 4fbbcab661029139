import { html, nothing, type TemplateResult } from "lit";
import { catalog } from "../../cells/catalog.ts";
import type { Figure } from "../../figures/figure.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock } from "../../notebook/notebook.ts";

const troubled = new Set(["invalid", "error"]);

function titleClass(block: CellBlock, cell: CellState, title: string): string {
  const cataloged = catalog.get(block.kind);
  if (title === cataloged?.kind.question) return "question";
  const types = Object.values(cataloged?.params ?? {}).map((spec) => spec.type);
  const readsFiles = types.includes("file") && !types.includes("input");
  const finds = !readsFiles && (cell.result?.facts.some((fact) => fact.holds) ?? false);
  return finds ? "" : "message";
}

/**
 * A cell's title: a problem while there is one, its finding once there is one, and its question until then.
 */
export function cellTitle(block: CellBlock, cell: CellState, figures: readonly Figure[]): TemplateResult {
  if (troubled.has(cell.state) && cell.problem !== null) return html`<h2 class="title message">${cell.problem.problem}</h2>`;
  const first = cell.result === null ? undefined : figures[0];
  if (first === undefined) return html`<h2 class="title question">${catalog.get(block.kind)?.kind.question ?? block.name}</h2>`;
  return html`<h2 class="title ${titleClass(block, cell, first.title)} ${cell.current ? "" : "dim"}">${first.title}</h2>
    ${first.subtitle === "" ? nothing : html`<p class="subtitle">${first.subtitle}</p>`}`;
}
