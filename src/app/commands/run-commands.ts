import type { Workspace } from "../workspace/workspace.ts";
import type { Command } from "./command.ts";
import { writeAt } from "./write-at.ts";

function chosenCells({ document, selection }: Workspace): string[] {
  return document.notebook.blocks.flatMap((block) => (block.type === "cell" && selection.has(block.id) ? [block.name] : []));
}

function run(workspace: Workspace): void {
  for (const name of chosenCells(workspace)) workspace.runs.run(name);
}

/** Goes up (−1) or down (1) from the leading block, or takes the next one in too. */
function go({ document, selection }: Workspace, by: number, isMore = false): void {
  const { blocks } = document.notebook;
  const at = blocks.findIndex(({ id }) => id === selection.id);
  const next = blocks[at < 0 ? 0 : at + by];
  if (next === undefined) return;
  if (!isMore) return selection.focus(next.id);
  selection.extend(next.id);
  selection.bring(next.id, true);
}

const hasCell = (workspace: Workspace): boolean => chosenCells(workspace).length > 0;

/** What runs and stops cells, and what goes from one to the next. */
export const runCommands: readonly Command[] = [
  { id: "run", title: "Run the cell", group: "Run", icon: "play", keys: ["Mod+Enter"], when: hasCell, run },
  {
    id: "run-next",
    title: "Run the cell and go to the next",
    group: "Run",
    icon: "play",
    keys: ["Shift+Enter"],
    inBlock: true,
    run(workspace) {
      run(workspace);
      go(workspace, 1);
    },
  },
  {
    id: "run-below",
    title: "Run the cell and write below",
    group: "Run",
    icon: "play",
    keys: ["Alt+Enter"],
    inBlock: true,
    run(workspace) {
      run(workspace);
      writeAt(workspace, workspace.edits.placeBelowSelection());
    },
  },
  {
    id: "run-all",
    title: "Run everything that is not up to date",
    group: "Run",
    icon: "refresh-cw",
    keys: ["Mod+Shift+Enter"],
    run: ({ runs }) => runs.runAll(),
  },
  {
    id: "stop",
    title: "Stop what runs",
    group: "Run",
    icon: "square",
    keys: ["I I"],
    inBlock: true,
    when: ({ runs }) => runs.summary().busy,
    run: ({ runs }) => runs.stop(),
  },
  {
    id: "run-by-hand",
    title: "Run by hand only",
    group: "Run",
    icon: "circle-dashed",
    when: ({ runs }) => runs.auto,
    run: ({ runs }) => (runs.auto = false),
  },
  {
    id: "run-by-itself",
    title: "Run changes by themselves",
    group: "Run",
    icon: "zap",
    when: ({ runs }) => !runs.auto,
    run: ({ runs }) => (runs.auto = true),
  },
  { id: "up", title: "Block above", group: "Go", icon: "arrow-up", keys: ["Up", "K"], inBlock: true, keysOnly: true, run: (at) => go(at, -1) },
  { id: "down", title: "Block below", group: "Go", icon: "arrow-down", keys: ["Down", "J"], inBlock: true, keysOnly: true, run: (at) => go(at, 1) },
  {
    id: "more-up",
    title: "Choose the block above too",
    group: "Go",
    icon: "arrow-up",
    keys: ["Shift+Up"],
    inBlock: true,
    keysOnly: true,
    run: (workspace) => go(workspace, -1, true),
  },
  {
    id: "more-down",
    title: "Choose the block below too",
    group: "Go",
    icon: "arrow-down",
    keys: ["Shift+Down"],
    inBlock: true,
    keysOnly: true,
    run: (workspace) => go(workspace, 1, true),
  },
];
