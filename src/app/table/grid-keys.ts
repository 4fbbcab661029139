/** A cell of a grid, counted from 0. */
export interface Cell {
  row: number;
  column: number;
}

/** Where a key leads from a cell, which may lie outside of the grid; undefined for keys that do not move. */
export function movedBy(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  at: Cell,
  { page, last, rows }: { page: number; last: number; rows: number },
): Cell | undefined {
  const isFar = ctrlKey || metaKey;
  const moves: Record<string, [number, number]> = {
    ArrowDown: [isFar ? rows : at.row + 1, at.column],
    ArrowUp: [isFar ? 0 : at.row - 1, at.column],
    ArrowRight: [at.row, isFar ? last : at.column + 1],
    ArrowLeft: [at.row, isFar ? 0 : at.column - 1],
    PageDown: [at.row + page, at.column],
    PageUp: [at.row - page, at.column],
    Home: [isFar ? 0 : at.row, 0],
    End: [isFar ? rows : at.row, last],
  };
  const move = moves[key];
  return move === undefined ? undefined : { row: move[0], column: move[1] };
}
