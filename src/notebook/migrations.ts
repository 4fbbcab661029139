import { catalog } from "../cells/catalog.ts";
import type { Catalogued } from "../cells/cell.ts";
import type { RawParams } from "../schema/parameter.ts";
import { paramChanges } from "./diff/param-changes.ts";
import { linesOf } from "./file/entries.ts";
import type { Notice } from "./file/notice.ts";
import type { Parsed } from "./file/parse.ts";
import type { Catalog } from "./file/read-cell.ts";
import { blockText } from "./file/serialize.ts";
import type { Block, CellBlock, Notebook, UnknownBlock } from "./notebook.ts";

/** Brings a notebook from the format before to format `to`. */
export interface FormatStep {
  readonly to: number;
  /** What it changes, as a sentence for the reader. */
  readonly change: string;
  readonly apply: (notebook: Notebook) => Notebook;
}

/** Every step there is, in order. Format 1 is the first, so there is none yet. */
export const formatSteps: readonly FormatStep[] = [];

/**
 * Brings a notebook just read to the newest format and its cells to the newest major of their kinds, in memory: the file changes only
 * when it is saved. A cell that cannot be brought there is kept as it stands.
 */
export function migrate(notebook: Notebook, known: Catalog = catalog, steps: readonly FormatStep[] = formatSteps): Parsed {
  const notices: Notice[] = [];
  let current = notebook;
  for (const step of steps) {
    if (current.front.format >= step.to) continue;
    const applied = step.apply(current);
    current = { ...applied, front: { ...applied.front, format: step.to } };
    notices.push({ code: "format-migrated", text: `This notebook was in format ${step.to - 1}. ${step.change}`, cell: null });
  }
  const blocks = current.blocks.map((block) => {
    const cataloged = block.type === "cell" ? known.get(block.kind) : undefined;
    return block.type === "cell" && cataloged && block.major < cataloged.kind.major ? migrateCell(block, cataloged, known, notices) : block;
  });
  const isSame = blocks.every((block, at) => block === current.blocks[at]);
  return { notebook: isSame ? current : { ...current, blocks }, notices };
}

function migrateCell(cell: CellBlock, { kind, params: schema, migrations = [] }: Catalogued, known: Catalog, notices: Notice[]): Block {
  const after = applied(cell, kind.major, migrations);
  if (after === null) return kept(cell, known, `This cell cannot be brought from ${kind.name}@${cell.major} to ${kind.name}@${kind.major}.`);
  const isKnown = ([key]: [string, unknown]) => Object.hasOwn(schema, key);
  const entries = Object.entries(after);
  const params = Object.fromEntries(entries.filter(isKnown));
  const extra = [...entries.filter((entry) => !isKnown(entry)).flatMap(([key, value]) => linesOf(key, value)), ...cell.extra];
  // Without a schema: the new one would read the old parameters' meaning wrongly.
  const changes = paramChanges({}, cell.params, after);
  const what = changes.length === 0 ? "No parameter changes." : `What changes: ${changes.join("; ")}.`;
  const text = `"${cell.name}" was made for ${kind.name}@${cell.major} and is now ${kind.name}@${kind.major}. ${what}`;
  notices.push({ code: "cell-migrated", text, cell: cell.name });
  return { ...cell, major: kind.major, params, extra };
}

/** The parameters after every step, or null where a step is missing or cannot take them. */
function applied(cell: CellBlock, major: number, migrations: NonNullable<Catalogued["migrations"]>): RawParams | null {
  const steps = migrations.slice(cell.major - 1, major - 1);
  if (steps.length < major - cell.major) return null;
  try {
    return steps.reduce((params, step) => step(params), cell.params);
  } catch {
    return null;
  }
}

function kept(cell: CellBlock, known: Catalog, problem: string): UnknownBlock {
  return { id: cell.id, type: "unknown", text: blockText(cell, known), name: cell.name, kind: cell.kind, reason: "major", problem };
}
