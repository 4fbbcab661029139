import type { Workspace } from "../workspace/workspace.ts";
import { blockCommands } from "./block-commands.ts";
import type { Command } from "./command.ts";
import { noteCommands } from "./note-commands.ts";
import { pageCommands } from "./page-commands.ts";
import { provenanceCommands } from "./provenance-commands.ts";
import { readingCommands } from "./reading-commands.ts";
import { runCommands } from "./run-commands.ts";

/** Everything the page can do, in the order of the overview of keys. Where two have the same key, the first that can be done counts. */
export const commands: readonly Command[] = [
  ...runCommands,
  ...blockCommands,
  ...noteCommands,
  ...pageCommands,
  ...provenanceCommands,
  ...readingCommands,
];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command of an id. @throws If there is none: ids are the page's own. */
export function commandOf(id: string): Command {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`There is no command "${id}".`);
  return command;
}

/** Whether a command makes sense as the page now stands. */
export function canRun(command: Command, workspace: Workspace): boolean {
  const isHere = command.on === "anywhere" || (command.on === "start") !== workspace.isOpen;
  const isReading = workspace.isOpen && workspace.view.mode === "read";
  return isHere && (!isReading || command.on === "anywhere" || command.reading === true) && (command.when?.(workspace) ?? true);
}
