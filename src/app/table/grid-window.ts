/** Px of a row. */
export const rowHeight = 28;
/** Browsers lay out elements up to some 16 to 33 million px; beyond this height, scrolling moves in proportion. */
const tallest = 8_000_000;

/** The height that stands for so many rows. */
export function gridHeight(rows: number): number {
  return Math.min(tallest, rows * rowHeight);
}

/** The first row in view and how many px of it are scrolled away. */
export function firstInView(scrollTop: number, viewHeight: number, rows: number): { row: number; hidden: number } {
  const [full, height] = [rows * rowHeight, gridHeight(rows)];
  const top = full <= height ? scrollTop : (Math.min(scrollTop, height - viewHeight) / Math.max(1, height - viewHeight)) * (full - viewHeight);
  const row = Math.max(0, Math.min(Math.floor(top / rowHeight), rows - 1));
  return { row, hidden: Math.max(0, Math.min(rowHeight, top - row * rowHeight)) };
}

/** Where to scroll so that a row stands at the top. */
export function scrollTo(row: number, viewHeight: number, rows: number): number {
  const [full, height] = [rows * rowHeight, gridHeight(rows)];
  if (full <= height) return row * rowHeight;
  return ((row * rowHeight) / Math.max(1, full - viewHeight)) * (height - viewHeight);
}

/** The columns that reach into view: the first, and the one after the last. */
export function columnsInView(widths: readonly number[], scrollLeft: number, viewWidth: number): { from: number; to: number } {
  let [left, from] = [0, 0];
  while (from < widths.length - 1 && left + widths[from]! <= scrollLeft) left += widths[from++]!;
  let to = from;
  while (to < widths.length && left < scrollLeft + viewWidth) left += widths[to++]!;
  return { from, to };
}
