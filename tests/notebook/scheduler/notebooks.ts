import type { Catalogued } from "../../../src/cells/cell.ts";
import type { FileEntry } from "../../../src/engine/protocol.ts";
import type { Block, Notebook } from "../../../src/notebook/notebook.ts";
import type { Source } from "../../../src/notebook/scheduler/planned.ts";
import type { ParamSchema, RawParams } from "../../../src/schema/parameter.ts";
import { defaultSettings, type Settings } from "../../../src/schema/settings.ts";
import type { Provides } from "../../../src/schema/shape.ts";

const kind = (name: string, provides: Provides, params: ParamSchema): [string, Catalogued] => [
  name,
  { kind: { name, major: 1, title: name, question: "?", icon: "table", provides, summary: "" }, params },
];

const table = { type: "input", accepts: ["table"] } as const;

/** Kinds with nothing but what a scheduler can see: a file, one input, two inputs, a journey. */
export const catalog: ReadonlyMap<string, Catalogued> = new Map([
  kind("read", "table", { file: { type: "file" } }),
  kind("step", "table", {
    from: table,
    n: { type: "number", min: 0, max: 100, default: 0 },
    height: { type: "number", min: 0, max: 100, default: 10, view: true },
  }),
  kind("pair", "table", {
    left: { ...table, optional: true },
    right: { ...table, optional: true },
    n: { type: "number", min: 0, max: 100, default: 0 },
  }),
  kind("line", "journey", { from: table }),
  kind("stay", "table", { from: { type: "input", accepts: ["journey"] } }),
]);

/** A cell as text: "kind name". */
export type Line = readonly [cell: string, params?: RawParams];

export function notebook(lines: readonly Line[], others: readonly Block[] = []): Notebook {
  const cells = lines.map(([cell, params = {}], at): Block => {
    const [kind, name] = cell.split(" ") as [string, string];
    return { id: at + 1, type: "cell", kind, major: 1, name, params, extra: [] };
  });
  return { front: { format: 1, title: "Test", unknown: [] }, blocks: [...cells, ...others] };
}

export function source(lines: readonly Line[], files: readonly FileEntry[] = [], settings: Partial<Settings> = {}): Source {
  return { notebook: notebook(lines), settings: { ...defaultSettings, ...settings }, files: new Map(files.map((entry) => [entry.name, entry])) };
}
