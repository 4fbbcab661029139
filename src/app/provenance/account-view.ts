import { html, nothing, type TemplateResult } from "lit";
import type { CellBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { fileParam } from "../workspace/wanted-files.ts";
import { accountOf, accountText } from "./account.ts";
import { copyText } from "./copy-text.ts";
import { pinSource } from "./pin-source.ts";

/** What can be done with a source: pinned and verified, or unpinned. */
function sourceTools(block: CellBlock, workspace: Workspace): TemplateResult | typeof nothing {
  const pin = block.params["pin"] ?? null;
  if (fileParam(block.kind) === null || workspace.view.mode === "read") return nothing;
  const toggle = (): void => (pin === null ? void pinSource(block, workspace) : workspace.edits.setParams(block.id, { pin: undefined }));
  return html`<button class="button small" @click=${toggle}>${pin === null ? "Pin" : "Unpin"}</button>`;
}

/** Where a cell's numbers come from, with the ways to copy that, to pin its files and to verify it. */
export function accountView(block: CellBlock, workspace: Workspace): TemplateResult {
  const { overlays, document } = workspace;
  return html`<div class="account">
    <div class="tools">
      ${sourceTools(block, workspace)}
      <button class="button small" @click=${() => overlays.show("verify", block.name)}>${icon("check", "small")}Verify</button>
      <button class="button small" @click=${() => void copyText(accountText(block, workspace), workspace)}>
        ${icon("copy", "small")}Copy as text
      </button>
    </div>
    ${accountOf(block, workspace).map(
      ({ title, lines }) =>
        html`<div class="group">
          <h3>${title}</h3>
          <dl>
            ${lines.map(
              ([what, is]) =>
                html`<dt>${what}</dt>
                  <dd>${is}</dd>`,
            )}
          </dl>
        </div>`,
    )}
    <div class="group">
      <h3>Parameters as written</h3>
      <pre>${document.textOf(block)}</pre>
    </div>
  </div>`;
}
