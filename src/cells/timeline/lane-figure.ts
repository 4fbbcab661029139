import { shortened, textWidth } from "../../figures/text-width.ts";

/** What is drawn as one mark: the rows of events too close to be told apart. */
export interface Cluster {
  x: number;
  rows: number[];
}

/** A mark's words, and on which line above the lane they stand; null where there is no room. */
export interface Label {
  text: string;
  level: number | null;
}

const near = 13;
const size = 11.5;
const widest = 190;
const mostLevels = 6;
const gap = 10;

/** Puts events of one lane together that would cover each other. `places` is in increasing order. */
export function clusters(places: readonly { row: number; x: number }[]): Cluster[] {
  const found: Cluster[] = [];
  for (const { row, x } of places) {
    const last = found.at(-1);
    if (last !== undefined && x - last.x < near) last.rows.push(row);
    else found.push({ x, rows: [row] });
  }
  return found;
}

/**
 * Finds room for the words of a lane's marks, so that no words cover others and no line from a mark to its words crosses any.
 *
 * Words begin at their mark. From the right, each stands one line above all that begin within its width; a mark for which there is no line
 * left goes without.
 *
 * @param marks In increasing order of `x`.
 * @param right Where words must end.
 */
export function labels(marks: readonly { x: number; text: string }[], right: number): Label[] {
  const placed: { x: number; level: number }[] = [];
  const found: Label[] = [];
  for (let at = marks.length - 1; at >= 0; at--) {
    const { x, text: whole } = marks[at]!;
    const text = shortened(whole, Math.min(widest, right - x), size);
    const end = x + textWidth(text, size) + gap;
    const level = placed.filter((other) => other.x < end).reduce((highest, other) => Math.max(highest, other.level + 1), 0);
    found[at] = { text, level: level < mostLevels ? level : null };
    if (level < mostLevels) placed.push({ x, level });
  }
  return found;
}
