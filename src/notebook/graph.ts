import type { Catalogued } from "../cells/cell.ts";
import { referencesOf } from "../schema/parameters.ts";
import { reference } from "../schema/reference.ts";
import { circles } from "./circles.ts";
import type { CellBlock, Notebook } from "./notebook.ts";

/** One cell among the others. */
export interface Node {
  readonly name: string;
  readonly block: CellBlock;
  /** What its parameters refer to, as written: "orders", "comeback.average". */
  readonly references: readonly string[];
  /** The cells it reads, each once. */
  readonly reads: readonly string[];
  /** The cells that read it, in document order. */
  readonly readBy: readonly string[];
  /** Names it refers to that no block has. */
  readonly missing: readonly string[];
  /** Names it refers to that belong to blocks this version does not understand. */
  readonly unknown: readonly string[];
}

/** Which cells read which. */
export interface Graph {
  /** In document order. Of several cells with one name, the first. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Every cell after those it reads, otherwise in document order. Only a cell in a circle may stand before one that it reads. */
  readonly order: readonly string[];
  /** For each cell that reads itself in the end: the shortest circle through it. Each name reads the next, the last the first. */
  readonly cycles: ReadonlyMap<string, readonly string[]>;
  /** Names that more than one block has, with the blocks' ids. */
  readonly duplicates: ReadonlyMap<string, readonly number[]>;
}

function idsByName({ blocks }: Notebook): Map<string, number[]> {
  const ids = new Map<string, number[]>();
  for (const block of blocks) {
    if (block.type === "prose" || block.name === null) continue;
    ids.set(block.name, [...(ids.get(block.name) ?? []), block.id]);
  }
  return ids;
}

function sorted(nodes: ReadonlyMap<string, Node>, cycles: ReadonlyMap<string, unknown>): string[] {
  const order: string[] = [];
  const placed = new Set<string>();
  for (let rest = [...nodes.keys()]; rest.length > 0;) {
    const next = rest.find((name) => nodes.get(name)!.reads.every((read) => placed.has(read))) ?? rest.find((name) => cycles.has(name)) ?? rest[0]!;
    placed.add(next);
    order.push(next);
    rest = rest.filter((name) => name !== next);
  }
  return order;
}

/**
 * The graph of a notebook's cells, from what their parameters refer to.
 *
 * Parameters that cannot be read refer to nothing, so a cell with a broken reference stands alone until it is mended.
 *
 * @param catalog The kinds of cells there are; a cell of a kind that is not in it refers to nothing.
 */
export function graph(notebook: Notebook, catalog: ReadonlyMap<string, Catalogued>): Graph {
  const ids = idsByName(notebook);
  const cells = new Map<string, CellBlock>();
  for (const block of notebook.blocks) if (block.type === "cell" && !cells.has(block.name)) cells.set(block.name, block);
  const readBy = new Map<string, string[]>([...cells.keys()].map((name) => [name, []]));
  const nodes = new Map<string, Node>();
  for (const [name, block] of cells) {
    const kind = catalog.get(block.kind);
    const references = kind === undefined ? [] : referencesOf(kind.params, block.params);
    const named = [...new Set(references.map((text) => reference(text).cell))];
    const reads = named.filter((other) => cells.has(other));
    for (const other of reads) readBy.get(other)!.push(name);
    const unknown = named.filter((other) => !cells.has(other) && ids.has(other));
    const missing = named.filter((other) => !ids.has(other));
    nodes.set(name, { name, block, references, reads, readBy: readBy.get(name)!, missing, unknown });
  }
  const duplicates = new Map([...ids].filter(([, list]) => list.length > 1));
  const cycles = circles(nodes);
  return { nodes, order: sorted(nodes, cycles), cycles, duplicates };
}
