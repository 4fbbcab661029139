import { pushApart } from "./push-apart.ts";

/** Where a line ends, in px, and all the places it goes through. */
export interface LineEnd {
  x: number;
  y: number;
  /** Of the label that says its name. */
  width: number;
  points: readonly { x: number; y: number }[];
}

/** The top and the bottom of the figure, its right edge, and the height of a label. */
export interface LabelFrame {
  top: number;
  bottom: number;
  right: number;
  height: number;
}

/** Where a label goes. `leader` says that a thin line has to lead from the line's end to it. */
export interface EndLabel {
  x: number;
  y: number;
  leader: boolean;
}

const gap = 10;

function crosses(line: LineEnd, left: number, right: number, top: number, bottom: number): boolean {
  return line.points.some((point, index) => {
    const next = line.points[index + 1] ?? point;
    const from = Math.max(left, Math.min(point.x, next.x));
    const to = Math.min(right, Math.max(point.x, next.x));
    if (from > to) return false;
    const at = (x: number) => (next.x === point.x ? point.y : point.y + ((x - point.x) / (next.x - point.x)) * (next.y - point.y));
    return Math.max(at(from), at(to)) > top && Math.min(at(from), at(to)) < bottom;
  });
}

/**
 * Places the labels of lines: at a line's own end where nothing is in the way, else in a column right of all lines, pushed apart.
 *
 * @returns One place for each line, in their order.
 */
export function endLabels(lines: readonly LineEnd[], { top, bottom, right, height }: LabelFrame): EndLabel[] {
  const placed = lines.map((line): EndLabel | null => {
    if (line.x >= right - 1) return null;
    const [left, far] = [line.x + gap / 2, line.x + gap + line.width];
    const free = lines.every((other) => other === line || !crosses(other, left, far, line.y - height / 2, line.y + height / 2));
    return free && far <= right + gap ? { x: line.x + gap, y: line.y, leader: false } : null;
  });
  const apart = lines.filter((_, index) => placed[index] === null);
  const centres = pushApart(
    apart.map((line) => line.y),
    height,
    [top, bottom],
  );
  return lines.map((line, index) => {
    const own = placed[index];
    if (own) return own;
    const y = centres[apart.indexOf(line)]!;
    return { x: right + gap, y, leader: line.x < right - 1 || Math.abs(y - line.y) > height / 2 };
  });
}
