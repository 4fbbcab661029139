import { catalog } from "../../cells/catalog.ts";
import type { Block } from "../../notebook/notebook.ts";
import { headingOf } from "../prose/markdown.ts";
import { isRead } from "./is-read.ts";

/** One line of a report's contents, and the block it leads to. */
export interface Entry {
  id: number;
  text: string;
}

/** The contents of a report: the headings of its prose, or where there are none, the questions its cells answer. */
export function contentsOf(blocks: readonly Block[]): Entry[] {
  const headings = blocks.flatMap((block): Entry[] => {
    const heading = block.type === "prose" ? headingOf(block.text) : null;
    return heading === null || heading.depth > 2 ? [] : [{ id: block.id, text: heading.text }];
  });
  if (headings.length > 0) return headings;
  const shown = blocks.filter((block) => block.type === "cell" && isRead(block));
  return shown.flatMap((block) => (block.type === "cell" ? [{ id: block.id, text: catalog.get(block.kind)?.kind.question ?? block.name }] : []));
}
