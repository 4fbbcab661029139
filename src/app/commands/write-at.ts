import type { Workspace } from "../workspace/workspace.ts";

type Editable = HTMLElement & { edit?(): unknown };

/** Puts empty prose at a place among the blocks, and opens it to be written. */
export function writeAt(workspace: Workspace, place: number): void {
  const id = workspace.edits.addProse(Math.max(0, place));
  if (id !== null) requestAnimationFrame(() => (workspace.selection.element(id) as Editable | null)?.edit?.());
}
