/** Where a block stands on the screen, from top to bottom. */
export interface Span {
  top: number;
  bottom: number;
}

/**
 * The gap between blocks that is nearest to a height: 0 is above the first block, and blocks stand in their order.
 *
 * @example placeAt(45, [{ top: 0, bottom: 40 }, { top: 60, bottom: 100 }]) // 1
 */
export function placeAt(y: number, spans: readonly Span[]): number {
  const at = spans.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return at < 0 ? spans.length : at;
}
