import { catalog } from "../../cells/catalog.ts";
import type { CellBlock, Notebook } from "../../notebook/notebook.ts";

/** The names and patterns of files a cell's parameters write. */
export function wantedFiles(block: CellBlock): string[] {
  const schema = catalog.get(block.kind)?.params ?? {};
  return Object.entries(schema).flatMap(([name, spec]) => {
    const value = spec.type === "file" ? block.params[name] : undefined;
    return [value ?? []].flat().filter((item) => typeof item === "string");
  });
}

/** The parameter of a cell that names files, or null where its kind reads none. */
export function fileParam(kind: string): string | null {
  const schema = catalog.get(kind)?.params ?? {};
  return Object.keys(schema).find((name) => schema[name]!.type === "file") ?? null;
}

/** The kind of cell a dropped file becomes: one whose only way to its data is a file. */
export function fileKind(): string | null {
  const readers = [...catalog].filter(([kind, { params }]) => {
    const param = fileParam(kind);
    return param !== null && params[param]!.optional !== true && Object.values(params).every((spec) => spec.type !== "input");
  });
  return readers[0]?.[0] ?? null;
}

/** The names and patterns of files all cells of a notebook write. */
export function filesWantedBy(notebook: Notebook): string[] {
  return [...new Set(notebook.blocks.flatMap((block) => (block.type === "cell" ? wantedFiles(block) : [])))];
}

/** Where a cell goes that reads a file: below the last that reads one, or at the end. */
export function placeForReader(blocks: Notebook["blocks"]): number {
  const kind = fileKind();
  const last = blocks.findLastIndex((block) => block.type === "cell" && block.kind === kind);
  return last < 0 ? blocks.length : last + 1;
}
