import { tour } from "../workspace/samples.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { commandFor, type CommandId } from "./commands.ts";

/** What keys ask of the page beyond the workspace. */
export interface KeyTargets {
  help(): void;
  search(): void;
  /** The element of a block. */
  block(id: number): HTMLElement | null;
}

/** The second D must follow within this many milliseconds. */
const twice = 800;

type Editable = HTMLElement & { edit?(): unknown; rename?(): void };

function startKey(workspace: Workspace, event: KeyboardEvent): (() => void) | null {
  const { opening } = workspace;
  const target = event.composedPath()[0];
  if (event.ctrlKey || event.metaKey || event.altKey || (target instanceof Element && target.matches("input, textarea"))) return null;
  if (event.key === "t" && tour !== null) return () => void opening.openSample(tour!);
  if (event.key === "o") return () => void opening.choose();
  if (event.key === "n") return () => opening.startEmpty();
  return null;
}

/** What a key press does, for the whole page. */
export function keyboard(workspace: Workspace, targets: KeyTargets): (event: KeyboardEvent) => void {
  const { document, selection, edits, runs, saving, opening } = workspace;
  let lastDelete = 0;

  const blocks = () => document.notebook.blocks;
  const at = () => blocks().findIndex(({ id }) => id === selection.id);
  const go = (by: number): void => {
    const next = blocks()[at() < 0 ? 0 : at() + by];
    if (next !== undefined) selection.focus(next.id);
  };
  const element = (): Editable | null => (selection.id === null ? null : targets.block(selection.id));
  const run = (): void => {
    const cell = workspace.selectedCell();
    if (cell === null) runs.runAll();
    else runs.run(cell.name);
  };
  const insert = (place: number): void => {
    const id = edits.addProse(Math.max(0, place));
    if (id !== null) requestAnimationFrame(() => (targets.block(id) as Editable | null)?.edit?.());
  };
  const edit = (): void => {
    const block = element();
    if (block?.edit !== undefined) block.edit();
    else if (workspace.selectedCell() !== null) workspace.layout.openInspector("parameters");
  };

  const acts: Record<CommandId, (event: KeyboardEvent) => void> = {
    undo: () => edits.undo(),
    redo: () => edits.redo(),
    save: () => void saving.save(),
    open: () => void opening.choose(),
    run,
    runAndNext: () => {
      run();
      go(1);
    },
    up: () => go(-1),
    down: () => go(1),
    moveUp: () => selection.id !== null && edits.move(selection.id, -1),
    moveDown: () => selection.id !== null && edits.move(selection.id, 1),
    insertAbove: () => insert(at()),
    insertBelow: () => insert(at() + 1),
    prose: () => insert(at() + 1),
    edit,
    rename: () => element()?.rename?.(),
    delete: (event) => {
      const isSecond = event.timeStamp - lastDelete < twice;
      lastDelete = isSecond ? 0 : event.timeStamp;
      if (isSecond && selection.id !== null) edits.remove(selection.id);
    },
    stop: () => runs.stop(),
    search: () => targets.search(),
    help: () => targets.help(),
    leave: () => {
      if (workspace.tableOf !== null) workspace.openTable(null);
      else if (selection.id !== null) selection.focus(selection.id);
    },
  };

  return (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event);
    const always = command?.id === "open" || command?.id === "help";
    const act = workspace.isOpen || always ? (command === null ? null : () => acts[command.id](event)) : startKey(workspace, event);
    if (act === null) return;
    if (command?.id !== "leave") event.preventDefault();
    act();
  };
}
