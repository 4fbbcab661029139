import { expect, test } from "vitest";
import { chords, isLetter, isPressed, keyWords } from "../../../src/app/keys/chord.ts";

const press = (key: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean; meta?: boolean } = {}): KeyboardEvent =>
  ({ key, ctrlKey: held.ctrl ?? false, shiftKey: held.shift ?? false, altKey: held.alt ?? false, metaKey: held.meta ?? false }) as KeyboardEvent;
const fits = (text: string, event: KeyboardEvent): boolean => isPressed(chords(text)[0]!, event);

test("isPressed takes Ctrl and Cmd for Mod, and letters in any case", () => {
  expect(fits("Mod+S", press("s", { ctrl: true }))).toBe(true);
  expect(fits("Mod+Shift+Z", press("Z", { meta: true, shift: true }))).toBe(true);
  expect(fits("Mod+Z", press("Z", { meta: true, shift: true }))).toBe(false);
  expect(fits("S", press("s", { ctrl: true }))).toBe(false);
});

test("isPressed takes a sign for itself, however it is typed", () => {
  expect(fits("?", press("?", { shift: true }))).toBe(true);
  expect(fits("/", press("/"))).toBe(true);
  expect(fits("Alt+Up", press("ArrowUp", { alt: true }))).toBe(true);
});

test("isLetter tells keys that may be switched off from those that may not", () => {
  expect(["D D", "?", "J"].map((text) => isLetter(chords(text)[0]!))).toEqual([true, true, true]);
  expect(["Mod+S", "Enter", "F2", "Esc", "Shift+Up"].map((text) => isLetter(chords(text)[0]!))).toEqual([false, false, false, false, false]);
});

test("keyWords writes each key by itself", () => {
  expect(keyWords("Mod+Shift+Enter").at(-1)).toBe("Enter");
  expect(keyWords("Alt+Up").at(-1)).toBe("↑");
  expect(keyWords("D D")).toEqual(["D", "D"]);
});
