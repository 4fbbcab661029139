import type { Notebook } from "./notebook.ts";

/** Gives the next block id. Ids only grow, so that what the page remembers of a block is never another block's. */
export type NextId = () => number;

/**
 * A counter that begins at `first`.
 *
 * @example counter(5)() // 5
 */
export function counter(first = 1): NextId {
  let next = first;
  return () => next++;
}

/** A counter that begins above every id of a notebook. */
export function counterAfter(notebook: Notebook): NextId {
  return counter(notebook.blocks.reduce((highest, block) => Math.max(highest, block.id), 0) + 1);
}
