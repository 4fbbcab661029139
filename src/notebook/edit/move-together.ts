import type { Notebook } from "../notebook.ts";

/**
 * Moves blocks so that they stand together, in their order, at a gap between the blocks as they now stand: 0 is above the first.
 *
 * @returns The same notebook when they stand there already.
 * @example moveTogether(notebook, [3, 4], 0) // to the top
 */
export function moveTogether(notebook: Notebook, ids: readonly number[], gap: number): Notebook {
  const chosen = new Set(ids);
  const { blocks } = notebook;
  const rest = blocks.filter(({ id }) => !chosen.has(id));
  const place = blocks.slice(0, Math.max(0, gap)).filter(({ id }) => !chosen.has(id)).length;
  const next = rest.toSpliced(place, 0, ...blocks.filter(({ id }) => chosen.has(id)));
  return next.every((block, at) => block === blocks[at]) ? notebook : { ...notebook, blocks: next };
}
