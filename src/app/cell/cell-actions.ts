import { html, nothing, type TemplateResult } from "lit";
import type { CellBlock } from "../../notebook/notebook.ts";
import type { Fix } from "../../schema/errors.ts";
import type { CellResult } from "../../schema/result.ts";
import { saveBlob } from "../../share/export/save-blob.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Gives the reader the file a change refers to, and puts it on the shelf so that the cell finds it at once. */
function keepFile({ name, text }: NonNullable<Fix["file"]>, workspace: Workspace): void {
  const file = new File([text], name, { type: "application/json" });
  workspace.files.add([{ name, file }]);
  saveBlob(name, file);
}

/** What follows from a result, as buttons under its figures. Each is one step of undo. */
export function cellActions(block: CellBlock, { actions = [] }: CellResult, workspace: Workspace): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  const take = (action: Fix): void => {
    if (action.file !== undefined) keepFile(action.file, workspace);
    workspace.edits.setParams(block.id, action.params);
  };
  return html`<div class="buttons">
    ${actions.map((action) => html`<button class="button" @click=${() => take(action)}>${action.label}</button>`)}
  </div>`;
}
