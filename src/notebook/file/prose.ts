import { isConflictEnd, isConflictStart } from "./conflicts.ts";
import { closes, closingLine, isBlank, isBlockFence, openingFence, withoutOuterBlanks } from "./fences.ts";

/** The line between two pieces of prose that follow each other, and above an empty one. */
export const proseBreak = "<!-- cell -->";

/** Whether a line begins a new piece of prose. */
export const isProseBreak = (line: string): boolean => line.startsWith(proseBreak) && isBlank(line.slice(proseBreak.length));

/**
 * Prose as it stands in a file, where it must not be taken for anything else.
 *
 * Blank lines around it go; a fence that is left open is closed; the fence of a cell, a comment or a decision, a prose break and a line like git's
 * conflict marks are indented by one blank, with which Markdown shows them the same. Prose without these is its own canonical form.
 *
 * @example canonicalProse("\n<!-- cell -->\n") // " <!-- cell -->"
 */
export function canonicalProse(text: string): string {
  const lines = withoutOuterBlanks(text.split("\n"));
  const kept: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const fence = openingFence(lines[at]!);
    if (fence === null) {
      const line = lines[at++]!;
      kept.push(isProseBreak(line) || isConflictStart(line) || isConflictEnd(line) ? ` ${line}` : line);
      continue;
    }
    const last = closingIndex(lines, at);
    const inside = lines.slice(at, last + 1);
    if (last === lines.length) inside.push(closingLine(fence));
    for (const line of inside) kept.push(isBlockFence(fence) && line !== "" ? ` ${line}` : line);
    at = last + 1;
  }
  return kept.join("\n");
}

/** The line that closes the fence opened at a line, or the number of lines where none does. */
export function closingIndex(lines: readonly string[], start: number): number {
  const fence = openingFence(lines[start]!)!;
  let at = start + 1;
  while (at < lines.length && !closes(lines[at]!, fence)) at++;
  return at;
}
