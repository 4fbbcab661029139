const starts = (line: string, mark: string): boolean =>
  line.startsWith(mark) && (line.length === mark.length || " \t\r".includes(line[mark.length]!));

/** Whether a line is the first of a conflict that git left. */
export const isConflictStart = (line: string): boolean => starts(line, "<<<<<<<");

/** Whether a line stands between the two versions. */
export const isConflictMiddle = (line: string): boolean => starts(line, "=======");

/** Whether a line is the last of a conflict. */
export const isConflictEnd = (line: string): boolean => starts(line, ">>>>>>>");

/** Whether git wrote a line into a file. The middle mark alone is not one: it underlines headings in Markdown. */
export const isConflictMark = (line: string): boolean => isConflictStart(line) || isConflictEnd(line) || starts(line, "|||||||");

/** The conflicts in a file: the line each begins at, and the line it ends at. A mark without its counterparts is an ordinary line. */
export function conflictsIn(lines: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  let start = -1;
  let isSplit = false;
  lines.forEach((line, at) => {
    if (isConflictStart(line)) {
      start = at;
      isSplit = false;
    } else if (isConflictMiddle(line)) isSplit = start >= 0;
    else if (isConflictEnd(line)) {
      if (isSplit) found.set(start, at);
      start = -1;
      isSplit = false;
    }
  });
  return found;
}

/**
 * One version of a text in which git left conflicts: "ours" is the upper one. The common ancestor that some settings of git add is
 * left out.
 *
 * @example side("<<<<<<< a\n1\n=======\n2\n>>>>>>> b", "theirs") // "2"
 */
export function side(text: string, which: "ours" | "theirs"): string {
  let within: "both" | "ours" | "base" | "theirs" = "both";
  const kept = text.split("\n").filter((line) => {
    if (isConflictStart(line)) within = "ours";
    else if (within === "ours" && starts(line, "|||||||")) within = "base";
    else if (within !== "both" && isConflictMiddle(line)) within = "theirs";
    else if (within !== "both" && isConflictEnd(line)) within = "both";
    else return within === "both" || within === which;
    return false;
  });
  return kept.join("\n");
}
