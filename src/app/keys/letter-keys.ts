import { Topic } from "../topics/topic.ts";

const remembered = "journeybook.letters";

/** Told when single letters are switched on or off. */
export const letterKeysTopic = new Topic();

let isOn = true;
try {
  isOn = localStorage.getItem(remembered) !== "off";
} catch {
  // Without a memory they are on whenever the page is opened.
}

/** Whether single letters do something while a cell has the keyboard. */
export const letterKeys = (): boolean => isOn;

/** Switches single letters on or off, and remembers it where the browser allows. */
export function setLetterKeys(on: boolean): void {
  isOn = on;
  try {
    localStorage.setItem(remembered, on ? "on" : "off");
  } catch {
    // As above.
  }
  letterKeysTopic.tell();
}
