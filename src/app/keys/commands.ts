/** One thing the keyboard does. */
export interface Command {
  /** The key as the browser names it, small letters for letters. */
  key: string;
  /** With Ctrl, or Cmd on a Mac. */
  ctrl?: true;
  shift?: true;
  alt?: true;
  /** How the keys are written. */
  keys: string;
  /** What it does, for the overview. */
  what: string;
  /** Works only while a block itself has the keyboard, not a field or a button in it. */
  inBlock?: true;
  id: CommandId;
}

/** What the keyboard can ask for. */
export type CommandId =
  | "undo"
  | "redo"
  | "save"
  | "open"
  | "run"
  | "runAndNext"
  | "up"
  | "down"
  | "moveUp"
  | "moveDown"
  | "insertAbove"
  | "insertBelow"
  | "prose"
  | "edit"
  | "rename"
  | "delete"
  | "stop"
  | "search"
  | "help"
  | "leave";

/** Every key of the page, in the order of the overview. Where two fit, the first counts. */
export const commands: readonly Command[] = [
  { id: "run", key: "Enter", ctrl: true, keys: "Ctrl Enter", what: "Run the cell" },
  { id: "runAndNext", key: "Enter", shift: true, keys: "Shift Enter", what: "Run the cell and go to the next", inBlock: true },
  { id: "save", key: "s", ctrl: true, keys: "Ctrl S", what: "Save" },
  { id: "open", key: "o", ctrl: true, keys: "Ctrl O", what: "Open a notebook" },
  { id: "redo", key: "z", ctrl: true, shift: true, keys: "Ctrl Shift Z", what: "Redo" },
  { id: "undo", key: "z", ctrl: true, keys: "Ctrl Z", what: "Undo" },
  { id: "redo", key: "y", ctrl: true, keys: "Ctrl Y", what: "Redo" },
  { id: "edit", key: "Enter", keys: "Enter", what: "Edit: parameters of a cell, words of a text", inBlock: true },
  { id: "leave", key: "Escape", keys: "Esc", what: "Back from a field to its cell" },
  { id: "moveUp", key: "ArrowUp", alt: true, keys: "Alt ↑", what: "Move the cell up", inBlock: true },
  { id: "moveDown", key: "ArrowDown", alt: true, keys: "Alt ↓", what: "Move the cell down", inBlock: true },
  { id: "up", key: "ArrowUp", keys: "↑", what: "Cell above", inBlock: true },
  { id: "down", key: "ArrowDown", keys: "↓", what: "Cell below", inBlock: true },
  { id: "up", key: "k", keys: "K", what: "Cell above", inBlock: true },
  { id: "down", key: "j", keys: "J", what: "Cell below", inBlock: true },
  { id: "insertAbove", key: "a", keys: "A", what: "Insert above", inBlock: true },
  { id: "insertBelow", key: "b", keys: "B", what: "Insert below", inBlock: true },
  { id: "prose", key: "m", keys: "M", what: "Text below", inBlock: true },
  { id: "delete", key: "d", keys: "D D", what: "Delete", inBlock: true },
  { id: "undo", key: "z", keys: "Z", what: "Undo", inBlock: true },
  { id: "stop", key: "i", keys: "I", what: "Stop what runs", inBlock: true },
  { id: "rename", key: "F2", keys: "F2", what: "Rename the cell" },
  { id: "search", key: "/", keys: "/", what: "Search cells and columns" },
  { id: "help", key: "?", keys: "?", what: "This overview" },
];

const editable = "input, textarea, select, [contenteditable]";

/** The command a key asks for, or null. Single letters do nothing while a field has the keyboard. */
export function commandFor(event: KeyboardEvent): Command | null {
  const target = event.composedPath()[0];
  const typing = target instanceof Element && target.matches(editable);
  const onBlock = target instanceof HTMLElement && target.dataset["block"] !== undefined;
  const isCtrl = event.ctrlKey || event.metaKey;
  return (
    commands.find((command) => {
      if (command.key !== (event.key.length === 1 ? event.key.toLowerCase() : event.key)) return false;
      if ((command.ctrl ?? false) !== isCtrl || (command.alt ?? false) !== event.altKey) return false;
      if (command.key !== "?" && (command.shift ?? false) !== event.shiftKey) return false;
      if (command.inBlock && !onBlock) return false;
      // Undo and redo inside a field are the field's own.
      const isFields = command.id === "undo" || command.id === "redo";
      return !typing || (isCtrl && !isFields) || command.id === "leave";
    }) ?? null
  );
}
