import type { Workspace } from "../workspace/workspace.ts";
import type { Command } from "./command.ts";
import { writeAt } from "./write-at.ts";

type Editable = HTMLElement & { edit?(): unknown; rename?(): void };

const lead = ({ selection }: Workspace): Editable | null => (selection.id === null ? null : selection.element(selection.id));
const isChosen = ({ selection }: Workspace): boolean => selection.id !== null;
const hasCell = (workspace: Workspace): boolean => workspace.selectedCell() !== null;

function placeOf({ document, selection }: Workspace): number {
  return document.notebook.blocks.findIndex(({ id }) => id === selection.id);
}

function edit(workspace: Workspace): void {
  const block = lead(workspace);
  if (block?.edit !== undefined) block.edit();
  else if (hasCell(workspace)) workspace.layout.openInspector("parameters");
}

/** What is done with the chosen blocks. */
export const blockCommands: readonly Command[] = [
  {
    id: "edit",
    title: "Edit: the words of a text, the parameters of a cell",
    group: "Edit",
    icon: "pencil",
    keys: ["Enter"],
    inBlock: true,
    when: isChosen,
    run: edit,
  },
  {
    id: "rename",
    title: "Rename the cell",
    group: "Edit",
    icon: "type",
    keys: ["F2"],
    when: hasCell,
    run: (workspace) => lead(workspace)?.rename?.(),
  },
  {
    id: "prose-above",
    title: "Write above",
    group: "Edit",
    icon: "arrow-up",
    keys: ["A"],
    inBlock: true,
    run: (workspace) => writeAt(workspace, placeOf(workspace)),
  },
  {
    id: "prose-below",
    title: "Write below",
    group: "Edit",
    icon: "type",
    keys: ["B", "M"],
    inBlock: true,
    run: (workspace) => writeAt(workspace, workspace.edits.placeBelowSelection()),
  },
  {
    id: "duplicate",
    title: "Duplicate",
    group: "Edit",
    icon: "copy",
    when: isChosen,
    run: ({ edits, selection }) => edits.duplicate(selection.ids),
  },
  {
    id: "move-up",
    title: "Move up",
    group: "Edit",
    icon: "arrow-up",
    keys: ["Alt+Up"],
    inBlock: true,
    when: isChosen,
    run: ({ edits, selection }) => edits.move(selection.ids, -1),
  },
  {
    id: "move-down",
    title: "Move down",
    group: "Edit",
    icon: "arrow-down",
    keys: ["Alt+Down"],
    inBlock: true,
    when: isChosen,
    run: ({ edits, selection }) => edits.move(selection.ids, 1),
  },
  { id: "cut", title: "Cut", group: "Edit", icon: "scissors", keys: ["X"], inBlock: true, when: isChosen, run: ({ clip }) => clip.cut() },
  { id: "copy", title: "Copy", group: "Edit", icon: "clipboard", keys: ["C"], inBlock: true, when: isChosen, run: ({ clip }) => clip.copy() },
  { id: "paste", title: "Paste below", group: "Edit", icon: "clipboard-paste", keys: ["V"], inBlock: true, run: ({ clip }) => clip.paste() },
  {
    id: "delete",
    title: "Delete",
    group: "Edit",
    icon: "trash-2",
    keys: ["D D"],
    inBlock: true,
    when: isChosen,
    run: ({ edits, selection }) => edits.remove(selection.ids),
  },
  {
    id: "export",
    title: "Export its figures and tables",
    group: "Edit",
    icon: "download",
    keys: ["E"],
    inBlock: true,
    when: (workspace) => workspace.figuresOf(workspace.selectedCell()?.name ?? "").length > 0,
    run: (workspace) => workspace.overlays.show("export", workspace.selectedCell()?.name ?? null),
  },
  {
    id: "fold",
    title: "Fold or unfold the output",
    group: "Edit",
    icon: "chevrons-down-up",
    keys: ["O"],
    inBlock: true,
    when: hasCell,
    run: ({ shown, selection }) => shown.fold(selection.ids),
  },
];
