/** The opening line of a fenced block, taken apart. */
export interface Fence {
  readonly mark: "`" | "~";
  readonly length: number;
  /** What follows the marks, without the blanks around it. */
  readonly info: string;
}

/**
 * The fence a line opens, or null.
 *
 * Only column 0 counts. An indented fence may close the one of a list item whose opening stands behind a bullet, and taking it for an
 * opening would swallow the rest of the notebook.
 *
 * @example openingFence("```cell retention comeback") // { mark: "`", length: 3, info: "cell retention comeback" }
 */
export function openingFence(line: string): Fence | null {
  const mark = line[0];
  if (mark !== "`" && mark !== "~") return null;
  const length = runOf(mark, line, 0);
  if (length < 3) return null;
  const info = line.slice(length).trim();
  return mark === "`" && info.includes("`") ? null : { mark, length, info };
}

/** Whether a line closes a fence: as many marks or more, indented by three blanks at most, and nothing behind them. */
export function closes(line: string, fence: Fence): boolean {
  let start = 0;
  while (start < 4 && line[start] === " ") start++;
  if (start > 3) return false;
  const length = runOf(fence.mark, line, start);
  return length >= fence.length && isBlank(line.slice(start + length));
}

/** Whether a fence says that it is a cell. */
export function isCellFence(fence: Fence): boolean {
  return /^cell(?:[ \t]|$)/.test(fence.info);
}

/** Whether a fence says that it is a comment or a decision. */
export function isNoteFence(fence: Fence): boolean {
  return fence.info === "comment" || fence.info === "decision";
}

/** Whether a fence is a block of its own, and no prose. */
export const isBlockFence = (fence: Fence): boolean => isCellFence(fence) || isNoteFence(fence);

/** The line that closes a fence. */
export function closingLine(fence: Pick<Fence, "mark" | "length">): string {
  return fence.mark.repeat(fence.length);
}

/** The shortest fence of backticks that none of the lines closes. */
export function fenceAround(lines: readonly string[]): string {
  const longest = lines.reduce((most, line) => Math.max(most, /^ {0,3}(`*)/.exec(line)![1]!.length), 0);
  return "`".repeat(Math.max(3, longest + 1));
}

/** Whether a line holds nothing but blanks. */
export function isBlank(line: string): boolean {
  return /^[ \t\r]*$/.test(line);
}

/** The lines without the blank ones before the first and after the last that says something. */
export function withoutOuterBlanks(lines: readonly string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && isBlank(lines[start]!)) start++;
  while (end > start && isBlank(lines[end - 1]!)) end--;
  return lines.slice(start, end);
}

function runOf(mark: string, line: string, start: number): number {
  let end = start;
  while (line[end] === mark) end++;
  return end - start;
}
