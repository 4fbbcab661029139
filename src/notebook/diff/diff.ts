import { catalog } from "../../cells/catalog.ts";
import type { Json } from "../../schema/json.ts";
import type { Catalog } from "../file/read-cell.ts";
import { blockText } from "../file/serialize.ts";
import type { Block, CellBlock, FrontMatter, Notebook, UnknownBlock } from "../notebook.ts";
import type { Change } from "./change.ts";
import { longestIncreasing } from "./longest-increasing.ts";
import { paramChanges, phrase } from "./param-changes.ts";
import { proseChanges } from "./prose-changes.ts";

type Named = (CellBlock | UnknownBlock) & { name: string };
type Pair = readonly [before: Named, after: Named];

/**
 * What changed from one notebook to another, in words: cells added, removed, renamed and moved, their parameters, prose, settings.
 *
 * Cells are the same by name. One that is gone and one that is new count as renamed when nothing else in them differs.
 */
export function diff(before: Notebook, after: Notebook, known: Catalog = catalog): Change[] {
  const old = named(before);
  const now = named(after);
  const body = (block: Named) => blockText({ ...block, name: "_" } as Block, known);
  const gone = new Map([...old.values()].filter((block) => block.type === "cell" && !now.has(block.name)).map((block) => [body(block), block]));
  const pairs: Pair[] = [];
  const changes: Change[] = frontChanges(before.front, after.front);
  for (const block of now.values()) {
    const same = old.get(block.name);
    const renamed = same === undefined && block.type === "cell" ? gone.get(body(block)) : undefined;
    if (same) pairs.push([same, block]);
    else if (renamed) {
      gone.delete(body(block));
      old.delete(renamed.name);
      pairs.push([renamed, block]);
      changes.push({ type: "renamed", cell: block.name, sentence: `"${renamed.name}" is now called "${block.name}".` });
    } else changes.push({ type: "added", cell: block.name, sentence: `"${block.name}" (${block.kind ?? "unknown"}) was added.` });
  }
  for (const block of old.values()) {
    if (!now.has(block.name)) changes.push({ type: "removed", cell: block.name, sentence: `"${block.name}" was removed.` });
  }
  changes.push(...pairs.flatMap((pair) => contentChanges(pair, known)), ...moves(before, pairs), ...proseChanges(before, after));
  return changes;
}

/** Blocks with a name, the first of each. */
function named(notebook: Notebook): Map<string, Named> {
  const found = new Map<string, Named>();
  for (const block of notebook.blocks) {
    if (block.type !== "prose" && block.name !== null && !found.has(block.name)) found.set(block.name, block as Named);
  }
  return found;
}

function contentChanges([before, after]: Pair, known: Catalog): Change[] {
  const cell = after.name;
  if (before.type === "cell" && after.type === "cell" && before.kind === after.kind) {
    const params = paramChanges(known.get(after.kind)?.params ?? {}, before.params, after.params).map((what): Change => ({
      type: "params",
      cell,
      sentence: `${cell}: ${what}.`,
    }));
    const isSame = before.major === after.major && before.extra.join("\n") === after.extra.join("\n");
    return isSame ? params : [...params, { type: "text", cell, sentence: `"${cell}" has other keys that this version does not know.` }];
  }
  if (before.kind !== after.kind) return [{ type: "kind", cell, sentence: `"${cell}" was ${before.kind} and is now ${after.kind}.` }];
  if (before.type === "unknown" && after.type === "unknown" && before.text === after.text) return [];
  return [{ type: "text", cell, sentence: `The text of "${cell}" changed.` }];
}

/** As few cells as can be are said to have moved. */
function moves(before: Notebook, pairs: readonly Pair[]): Change[] {
  const places = new Map(before.blocks.map((block, at) => [block, at]));
  const stayed = longestIncreasing(pairs.map(([block]) => places.get(block)!));
  return pairs.flatMap(([, { name }], at) => (stayed.has(at) ? [] : [{ type: "moved", cell: name, sentence: `"${name}" was moved.` }]));
}

function frontChanges(before: FrontMatter, after: FrontMatter): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof FrontMatter)[];
  return keys.flatMap((key) => {
    const [from, to] = [before[key], after[key]] as [Json | undefined, Json | undefined];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const what = key === "unknown" ? "lines that this version does not know changed" : phrase(key.replace("_", " "), from, to);
    return [{ type: "front", cell: null, sentence: `The notebook: ${what}.` }];
  });
}
