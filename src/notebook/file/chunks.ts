import { conflictsIn, isConflictMiddle } from "./conflicts.ts";
import { closes, closingLine, isBlockFence, isNoteFence, openingFence, withoutOuterBlanks, type Fence } from "./fences.ts";
import { closingIndex, isProseBreak } from "./prose.ts";

/** A piece of a notebook's body: its lines and what they are, before anything in them is read. */
export interface Chunk {
  readonly type: "prose" | "cell" | "note" | "conflict";
  /** Of all but prose: complete. A fence that the file leaves open has its closing line here. */
  readonly lines: readonly string[];
  /** Whether the file had that closing line. */
  readonly closed: boolean;
}

/** Takes the lines below the front matter apart, in one pass. */
export function chunksOf(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  const conflicts = conflictsIn(lines);
  let prose: string[] = [];
  let begun = false;
  const flush = () => {
    const said = withoutOuterBlanks(prose);
    if (begun || said.length > 0) chunks.push({ type: "prose", lines: said, closed: true });
    prose = [];
    begun = false;
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const fence = openingFence(line);
    const isBlock = fence !== null && isBlockFence(fence);
    if (isBlock || conflicts.has(at)) {
      flush();
      const { chunk, end } = fenced(lines, at, fence, conflicts);
      chunks.push(chunk);
      at = end;
    } else if (fence !== null) {
      const last = closingIndex(lines, at);
      for (; at <= last && at < lines.length; at++) prose.push(lines[at]!);
    } else {
      if (isProseBreak(line)) {
        flush();
        begun = true;
      } else prose.push(line);
      at++;
    }
  }
  flush();
  return chunks;
}

/**
 * The fence of a block, or a conflict with the fences it cuts through. A conflict is skipped as a whole: closing lines in it belong to one
 * version only.
 */
function fenced(lines: readonly string[], start: number, fence: Fence | null, conflicts: ReadonlyMap<number, number>): { chunk: Chunk; end: number } {
  const type = fence === null ? "conflict" : isNoteFence(fence) ? "note" : "cell";
  let open = fence;
  let at = fence === null ? start : start + 1;
  while (at < lines.length) {
    const last = conflicts.get(at);
    if (last !== undefined) {
      open = openAfter(lines, at + 1, open);
      at = last + 1;
      if (open === null) break;
      continue;
    }
    if (open !== null && closes(lines[at]!, open)) {
      open = null;
      at++;
      break;
    }
    if (open !== null && overtakes(lines[at]!, open)) break;
    at++;
  }
  const own = withoutOuterBlanks(lines.slice(start, at));
  return { chunk: { type, lines: open === null ? own : [...own, closingLine(open)], closed: open === null }, end: at };
}

/** Whether a line opens a block that cannot be inside the open one, which was therefore never closed. */
function overtakes(line: string, open: Fence): boolean {
  const next = openingFence(line);
  return next !== null && isBlockFence(next) && next.mark === open.mark && next.length >= open.length;
}

/** The fence that is open where the upper version of a conflict ends. */
function openAfter(lines: readonly string[], start: number, before: Fence | null): Fence | null {
  let open = before;
  for (let at = start; !isConflictMiddle(lines[at]!); at++) {
    if (open === null) open = openingFence(lines[at]!);
    else if (closes(lines[at]!, open)) open = null;
  }
  return open;
}
