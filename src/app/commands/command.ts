import type { Workspace } from "../workspace/workspace.ts";

/** What a command is about, as the palette and the overview of keys sort them. */
export type CommandGroup = "Run" | "Go" | "Edit" | "Notebook" | "Page";

/** One thing the page can do: what palette, keys, menus and the overview of keys all read. */
export interface Command {
  id: string;
  /** What it does, in a few words. */
  title: string;
  group: CommandGroup;
  /** A lucide icon. */
  icon: string;
  /** Its keys, such as "Mod+S" or "D D"; the first is shown. */
  keys?: readonly string[];
  /** Its keys work only while a block itself has the keyboard, not a field or a button in it. */
  inBlock?: true;
  /** Its keys are a field's own while one has the keyboard. */
  leavesFields?: true;
  /** Where it makes sense: with a notebook open where nothing is said. */
  on?: "start" | "anywhere";
  /** Makes sense too while the notebook is read as a report. */
  reading?: true;
  /** Left out of the palette, where it would mean nothing. */
  keysOnly?: true;
  /** Whether it can be done now; always where nothing is said. */
  when?: (workspace: Workspace) => boolean;
  run: (workspace: Workspace) => void;
}
