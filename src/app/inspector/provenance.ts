import { html, nothing, type TemplateResult } from "lit";
import { catalog } from "../../cells/catalog.ts";
import { moment, windowRange } from "../../figures/formats/date.ts";
import { number } from "../../figures/formats/number.ts";
import { span } from "../../figures/formats/span.ts";
import type { CellState } from "../../notebook/cell-state.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { referencesOf } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import { fileSize } from "../workspace/file-size.ts";
import type { Workspace } from "../workspace/workspace.ts";

const pair = (name: string, value: unknown): TemplateResult =>
  html`<dt>${name}</dt>
    <dd>${value}</dd>`;

function filesOf(block: CellBlock, workspace: Workspace): TemplateResult | typeof nothing {
  const files = workspace.filesOf(block);
  if (files.length === 0) return nothing;
  return html`<div class="group">
    <h3>Files</h3>
    <dl>${files.map(({ name, file }) => pair(name, html`${fileSize(file.size)}, ${moment(file.lastModified, workspace.settings.timezone)}`))}</dl>
  </div>`;
}

function inputsOf(block: CellBlock, workspace: Workspace): TemplateResult | typeof nothing {
  const references = referencesOf(catalog.get(block.kind)?.params ?? {}, block.params);
  if (references.length === 0) return nothing;
  const rows = (name: string): string => {
    const shape = workspace.runs.state(reference(name).cell).shape;
    return shape === null ? "no result yet" : `${number(shape.rows, navigator.language)} rows`;
  };
  return html`<div class="group">
    <h3>Reads</h3>
    <dl>
      ${references.map(
        (name) =>
          html`<dt><button class="link mono" @click=${() => workspace.selection.focusCell(reference(name).cell)}>${name}</button></dt>
            <dd>${rows(name)}</dd>`,
      )}
    </dl>
  </div>`;
}

/** Where a cell's numbers come from: its parameters as written, what it read, how many rows it gave, and the fingerprint of all that. */
export function provenance(block: CellBlock, cell: CellState, workspace: Workspace): TemplateResult {
  const { result, shape, key, ms } = cell;
  const locale = navigator.language;
  const { timezone } = workspace.settings;
  return html`
    ${filesOf(block, workspace)} ${inputsOf(block, workspace)}
    ${
      result === null
        ? html`<p class="none">It has no result yet.</p>`
        : html`<div class="group">
            <h3>Result</h3>
            <dl>
              ${pair("n", number(result.n, locale))}
              ${Object.entries(result.excluded).map(([reason, count]) => pair(`excluded: ${reason}`, number(count, locale)))}
              ${result.window === undefined ? nothing : pair("window", windowRange(result.window, timezone, locale))}
              ${shape === null ? nothing : pair("rows handed on", number(shape.rows, locale))}
              ${Object.entries(result.tables).map(([name, table]) => pair(`table ${name}`, `${number(table.truncatedFrom ?? table.rows, locale)} rows`))}
              ${result.seed === undefined ? nothing : pair("seed", result.seed)}
              ${ms === null ? nothing : pair("time in the worker", span(ms, locale))} ${pair("time zone", timezone)}
              ${pair("level of intervals", number(workspace.settings.level, locale, 3))}
              ${
                key === null
                  ? nothing
                  : html`<dt>fingerprint</dt>
                      <dd class="mono">${key.slice(0, 16)}</dd>`
              }
            </dl>
          </div>`
    }
    <div class="group">
      <h3>Parameters as written</h3>
      <pre>${workspace.document.textOf(block)}</pre>
    </div>
  `;
}
