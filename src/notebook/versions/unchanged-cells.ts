import { catalog } from "../../cells/catalog.ts";
import type { Catalog } from "../file/read-cell.ts";
import { blockText } from "../file/serialize.ts";
import { graph } from "../graph.ts";
import type { FrontMatter, Notebook } from "../notebook.ts";

const settings = ({ title: _title, annotations: _annotations, ...front }: FrontMatter): string => JSON.stringify(front);

/** The cells that mean the same in both notebooks: they and all they read are written alike, and the settings are the same. */
export function unchangedCells(before: Notebook, after: Notebook, known: Catalog = catalog): Set<string> {
  const same = new Set<string>();
  if (settings(before.front) !== settings(after.front)) return same;
  const old = graph(before, known).nodes;
  const { nodes, order } = graph(after, known);
  for (const name of order) {
    const [was, is] = [old.get(name), nodes.get(name)!];
    if (was === undefined || blockText(was.block, known) !== blockText(is.block, known)) continue;
    if (is.missing.length + is.unknown.length === 0 && is.reads.every((read) => same.has(read))) same.add(name);
  }
  return same;
}
