import { chooseTheme, nextTheme } from "../theme/theme.ts";
import { letterKeys, setLetterKeys } from "../keys/letter-keys.ts";
import { tour } from "../workspace/samples.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Command } from "./command.ts";

/** Back from what is open, or from a field to its block. */
function leave(workspace: Workspace): void {
  const { tableOf, layout, selection } = workspace;
  if (tableOf !== null) workspace.openTable(null);
  else if (layout.findOpen) layout.setFind(false);
  else if (selection.id !== null) selection.focus(selection.id);
}

/** What is done with the notebook as a whole, and with the page around it. */
export const pageCommands: readonly Command[] = [
  {
    id: "undo",
    title: "Undo",
    group: "Notebook",
    icon: "undo-2",
    keys: ["Mod+Z", "Z"],
    leavesFields: true,
    when: ({ document }) => document.canUndo,
    run: ({ edits }) => edits.undo(),
  },
  {
    id: "redo",
    title: "Redo",
    group: "Notebook",
    icon: "redo-2",
    keys: ["Mod+Shift+Z", "Mod+Y"],
    leavesFields: true,
    when: ({ document }) => document.canRedo,
    run: ({ edits }) => edits.redo(),
  },
  { id: "save", title: "Save", group: "Notebook", icon: "save", keys: ["Mod+S"], run: ({ saving }) => void saving.save() },
  { id: "share", title: "Share as a page", group: "Notebook", icon: "share-2", run: ({ overlays }) => overlays.show("share") },
  {
    id: "history",
    title: "History: versions, and what changed",
    group: "Notebook",
    icon: "history",
    run: ({ overlays }) => overlays.show("history"),
  },
  {
    id: "keep-version",
    title: "Keep this version",
    group: "Notebook",
    icon: "history",
    run: ({ versions, notices, overlays }) => {
      versions.keep("asked");
      notices.show({ text: "This version is kept.", action: { label: "History", run: () => overlays.show("history") } });
    },
  },
  { id: "save-as", title: "Save as a new file", group: "Notebook", icon: "download", run: ({ saving }) => void saving.saveAs() },
  {
    id: "open",
    title: "Open a notebook",
    group: "Notebook",
    icon: "folder-open",
    keys: ["Mod+O"],
    on: "anywhere",
    run: ({ opening }) => void opening.choose(),
  },
  {
    id: "open-on-start",
    title: "Open a notebook",
    group: "Notebook",
    icon: "book-open",
    keys: ["O"],
    on: "start",
    keysOnly: true,
    run: ({ opening }) => void opening.choose(),
  },
  {
    id: "start-empty",
    title: "Start an empty notebook",
    group: "Notebook",
    icon: "plus",
    keys: ["N"],
    on: "start",
    run: ({ opening }) => opening.startEmpty(),
  },
  {
    id: "tour",
    title: "Open the tour",
    group: "Notebook",
    icon: "compass",
    keys: ["T"],
    on: "start",
    when: () => tour !== null,
    run: ({ opening }) => void opening.openSample(tour!),
  },
  { id: "add-files", title: "Add data files", group: "Notebook", icon: "upload", run: (workspace) => void workspace.chooseFiles() },
  { id: "settings", title: "Notebook settings", group: "Notebook", icon: "settings-2", run: (workspace) => workspace.openSettings() },
  {
    id: "leave-notebook",
    title: "Go to the start page",
    group: "Notebook",
    icon: "book-open",
    reading: true,
    run: ({ opening }) => void opening.leave(),
  },
  {
    id: "palette",
    title: "Find a command, cell, column or page of help",
    group: "Page",
    icon: "command",
    keys: ["Mod+K"],
    on: "anywhere",
    keysOnly: true,
    run: ({ overlays }) => overlays.show("palette"),
  },
  {
    id: "find",
    title: "Find and replace",
    group: "Page",
    icon: "search",
    keys: ["Mod+F"],
    when: ({ layout }) => !layout.findOpen,
    run: ({ layout }) => layout.setFind(true),
  },
  { id: "search", title: "Search the outline", group: "Page", icon: "list", keys: ["/"], run: ({ layout }) => layout.askSearch() },
  {
    id: "library",
    title: "Library: every kind of cell, every function",
    group: "Page",
    icon: "book-open",
    on: "anywhere",
    run: ({ overlays }) => overlays.show("library"),
  },
  { id: "first-steps", title: "First steps", group: "Page", icon: "circle-question-mark", run: ({ layout }) => layout.setSteps(!layout.stepsOpen) },
  { id: "keys", title: "All keys", group: "Page", icon: "keyboard", keys: ["?"], on: "anywhere", run: ({ overlays }) => overlays.show("keys") },
  {
    id: "letters-off",
    title: "Switch single letter keys off",
    group: "Page",
    icon: "keyboard",
    on: "anywhere",
    when: letterKeys,
    run: () => setLetterKeys(false),
  },
  {
    id: "letters-on",
    title: "Switch single letter keys on",
    group: "Page",
    icon: "keyboard",
    on: "anywhere",
    when: () => !letterKeys(),
    run: () => setLetterKeys(true),
  },
  {
    id: "theme",
    title: "Change between light, dark and the system's theme",
    group: "Page",
    icon: "sun",
    on: "anywhere",
    run: () => chooseTheme(nextTheme()),
  },
  { id: "rail", title: "Fold or open the rail", group: "Page", icon: "panel-left", run: ({ layout }) => layout.setRail(!layout.railOpen) },
  {
    id: "inspector",
    title: "Fold or open the inspector",
    group: "Page",
    icon: "panel-right",
    run: ({ layout }) => layout.setInspector(!layout.inspectorOpen),
  },
  {
    id: "reach",
    title: "What can this page reach?",
    group: "Page",
    icon: "shield-check",
    on: "anywhere",
    run: ({ overlays }) => overlays.show("reach"),
  },
  {
    id: "forget",
    title: "Forget everything on this machine",
    group: "Page",
    icon: "trash-2",
    on: "anywhere",
    run: ({ overlays }) => overlays.show("forget"),
  },
  { id: "leave", title: "Back from a field to its block", group: "Go", icon: "chevron-left", keys: ["Esc"], keysOnly: true, run: leave },
];
