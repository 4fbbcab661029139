const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** One press: a key with what is held down beside it. */
export interface Chord {
  /** As the browser names it, small letters for letters. */
  key: string;
  /** With Ctrl, or Cmd on a Mac. */
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

const written: Record<string, string> = { Up: "ArrowUp", Down: "ArrowDown", Esc: "Escape" };

function chord(text: string): Chord {
  const parts = text.split("+");
  const name = parts.pop()!;
  return {
    key: written[name] ?? (name.length === 1 ? name.toLowerCase() : name),
    mod: parts.includes("Mod"),
    shift: parts.includes("Shift"),
    alt: parts.includes("Alt"),
  };
}

/**
 * The presses a text such as "Mod+Shift+Z" or "D D" stands for.
 *
 * @example chords("D D").length // 2
 */
export const chords = (text: string): Chord[] => text.split(" ").map(chord);

/** Whether a press is a letter or a sign alone, which a reader can switch off. */
export const isLetter = ({ key, mod, alt }: Chord): boolean => key.length === 1 && !mod && !alt;

/** Whether a key event is a press. A sign such as "?" is the same wherever Shift has to be held for it. */
export function isPressed({ key, mod, shift, alt }: Chord, event: KeyboardEvent): boolean {
  const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return pressed === key && mod === (event.ctrlKey || event.metaKey) && alt === event.altKey && (isSign || shift === event.shiftKey);
}

const signs: Record<string, string> = isMac ? { Mod: "⌘", Shift: "⇧", Alt: "⌥", Up: "↑", Down: "↓" } : { Mod: "Ctrl", Up: "↑", Down: "↓" };

/**
 * How presses are written for the reader, key by key.
 *
 * @example keyWords("Mod+Enter") // ["Ctrl", "Enter"], or ["⌘", "Enter"] on a Mac
 */
export const keyWords = (text: string): string[] => text.split(/[+ ]/).map((word) => signs[word] ?? word);
