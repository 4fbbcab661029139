import { canRun, commands } from "../commands/commands.ts";
import type { Command } from "../commands/command.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { chords, isLetter, isPressed, type Chord } from "./chord.ts";
import { letterKeys } from "./letter-keys.ts";

/** The second of two presses must follow within this many milliseconds. */
const twice = 800;

const editable = "input, textarea, select, [contenteditable]";

/** Where the keyboard is. */
export interface KeyPlace {
  /** In a field that takes letters. */
  typing: boolean;
  /** On a block itself, not on something in it. */
  onBlock: boolean;
}

const placeOf = (target: EventTarget | undefined): KeyPlace => ({
  typing: target instanceof Element && target.matches(editable),
  onBlock: target instanceof HTMLElement && target.dataset["block"] !== undefined,
});

/** Whether a press may ask for a command from where the keyboard is. */
export function isFor(command: Command, press: Chord, { typing, onBlock }: KeyPlace): boolean {
  if (isLetter(press) && !letterKeys()) return false;
  if (command.inBlock && !onBlock) return false;
  return !typing || press.key === "Escape" || (press.mod && command.leavesFields !== true);
}

/** What a key press does, for the whole page. */
export function keyboard(workspace: Workspace): (event: KeyboardEvent) => void {
  let begun: { keys: string; at: number } | null = null;

  return (event) => {
    if (event.defaultPrevented || event.isComposing || workspace.overlays.current !== null) return;
    const place = placeOf(event.composedPath()[0]);
    const first = begun !== null && event.timeStamp - begun.at < twice ? begun.keys : null;
    begun = null;
    for (const command of commands) {
      for (const keys of command.keys ?? []) {
        const presses = chords(keys);
        const isSecond = presses.length > 1 && first === keys;
        const press = presses[isSecond ? 1 : 0]!;
        if (!isPressed(press, event) || !isFor(command, press, place) || !canRun(command, workspace)) continue;
        if (press.key !== "Escape") event.preventDefault();
        if (presses.length > 1 && !isSecond) begun = { keys, at: event.timeStamp };
        else command.run(workspace);
        return;
      }
    }
  };
}
