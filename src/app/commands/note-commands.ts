import type { NoteBlock } from "../../notebook/notebook.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Command } from "./command.ts";

type Editable = HTMLElement & { edit?(): unknown };

/** Puts a comment or a decision at a place among the blocks, and opens it to be written. */
export function noteAt(workspace: Workspace, kind: NoteBlock["kind"], place: number): void {
  const id = workspace.edits.addNote(kind, place);
  if (id !== null) requestAnimationFrame(() => (workspace.selection.element(id) as Editable | null)?.edit?.());
}

const below = (workspace: Workspace, kind: NoteBlock["kind"]): void => noteAt(workspace, kind, workspace.edits.placeBelowSelection());

/** What people say of the notebook beside its prose. */
export const noteCommands: readonly Command[] = [
  {
    id: "comment",
    title: "Comment below",
    group: "Edit",
    icon: "message-square",
    keys: ["N"],
    inBlock: true,
    run: (workspace) => below(workspace, "comment"),
  },
  {
    id: "decision",
    title: "Write down a decision below",
    group: "Edit",
    icon: "signpost",
    keys: ["Shift+N"],
    inBlock: true,
    run: (workspace) => below(workspace, "decision"),
  },
];
