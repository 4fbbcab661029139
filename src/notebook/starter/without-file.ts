import { catalog } from "../../cells/catalog.ts";
import type { Json } from "../../schema/json.ts";
import { referencesOf } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import type { CellBlock, Notebook } from "../notebook.ts";
import { linesOf, wayFrom } from "./wants.ts";

const cellsOf = ({ blocks }: Notebook): CellBlock[] => blocks.filter((block): block is CellBlock => block.type === "cell");

/** Whether a journey would still have a line if those of a table were left out. */
export function canLeaveOut(notebook: Notebook, journey: string, table: string): boolean {
  const cell = cellsOf(notebook).find(({ name }) => name === journey);
  return cell !== undefined && (linesOf(cell)?.lines ?? []).some(({ from }) => from !== table);
}

/**
 * A notebook that does without a table: its journey has no line of it, and the cells that only led to these lines are gone.
 *
 * @param table The table as the journey's line names it.
 */
export function withoutFile(notebook: Notebook, journey: string, table: string): Notebook {
  const way = new Set((wayFrom(table, cellsOf(notebook)) ?? []).map(({ name }) => name));
  const blocks = notebook.blocks.map((block) => {
    if (block.type !== "cell" || block.name !== journey) return block;
    const { param, lines } = linesOf(block)!;
    return { ...block, params: { ...block.params, [param]: lines.filter(({ from }) => from !== table) as unknown as Json } };
  });
  let left: Notebook = { ...notebook, blocks };
  for (;;) {
    const read = new Set(
      cellsOf(left).flatMap(({ kind, params }) => referencesOf(catalog.get(kind)?.params ?? {}, params).map((name) => reference(name).cell)),
    );
    const kept = left.blocks.filter((block) => block.type !== "cell" || !way.has(block.name) || read.has(block.name));
    if (kept.length === left.blocks.length) return left;
    left = { ...left, blocks: kept };
  }
}
