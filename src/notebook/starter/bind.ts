import { catalog } from "../../cells/catalog.ts";
import type { Json, JsonRecord } from "../../schema/json.ts";
import { roles, type EventLine, type Role, type RoleValue } from "../../schema/mapping.ts";
import type { InputShape, Suggestion } from "../../schema/shape.ts";
import type { Block, CellBlock, Notebook } from "../notebook.ts";
import { asksFor, eventRenamed, namedLike } from "./event-names.ts";
import { linesOf, wantsOf, type Want } from "./wants.ts";

/** A starter notebook with files in it. */
export interface Bound {
  notebook: Notebook;
  /** Which cell took the place of which reader of a file. */
  matches: { source: string; reader: string }[];
  /** Readers of tables that no want can use, as they have no times. */
  timeless: string[];
  /** Cells that asked for an event their file does not have: they no longer do, so that every event counts. */
  freed: { cell: string; event: string }[];
}

/** What a table can be for a want. */
interface Fit {
  want: Want;
  shape: InputShape;
  line: Partial<EventLine>;
  /** Steps that ready it, and the kind of cell that takes them. */
  steps: { kind: string; params: JsonRecord } | null;
  score: number;
}

const isConstant = (value: RoleValue | undefined): value is string => typeof value === "string" && value.startsWith("=");

function offers(shape: InputShape): { kind: string; suggestion: Suggestion }[] {
  const all = [...catalog].flatMap(([kind, { suggest }]) => (suggest?.(shape) ?? []).map((suggestion) => ({ kind, suggestion })));
  return all.sort((a, b) => b.suggestion.confidence - a.suggestion.confidence);
}

/** A table's columns after the steps that ready it. */
function readied(shape: InputShape, name: string, { kind, params }: { kind: string; params: JsonRecord }): InputShape {
  const schema = catalog.get(kind)?.params ?? {};
  const verbs = Object.keys(schema).flatMap((param) => (schema[param]!.type === "verbs" && Array.isArray(params[param]) ? params[param] : []));
  const derived = verbs.flatMap((verb) => Object.keys((verb as { derive?: JsonRecord }).derive ?? {}));
  const columns = derived.map((column) => ({ name: column, type: "number" as const, missing: 0, distinct: shape.rows }));
  return { ...shape, name, columns: [...shape.columns, ...columns] };
}

/** How a table fits a want: its guessed line, and the share of the wanted roles that the guess finds. */
function fit(want: Want, shape: InputShape, cells: readonly CellBlock[]): Fit {
  const kindOf = (name: string) => cells.find((cell) => cell.name === name)?.kind;
  const ready = offers(shape).find(({ kind, suggestion }) => suggestion.prepares === true && want.through.some((name) => kindOf(name) === kind));
  const steps = ready === undefined ? null : { kind: ready.kind, params: ready.suggestion.params };
  const from = want.through.at(-1) ?? want.source;
  const seen = steps === null ? { ...shape, name: from } : readied(shape, from, steps);
  const offer = offers(seen).find(({ kind, suggestion }) => kind === kindOf(want.journey) && suggestion.adds !== true);
  const [line] = (offer?.suggestion.params[want.param] ?? []) as unknown as Partial<EventLine>[];
  const hits = want.roles.filter((role) => line?.[role] !== undefined && !isConstant(line[role])).length;
  const score = hits / Math.max(1, want.roles.length) + (offer?.suggestion.confidence ?? 0) / 10;
  return { want, shape: seen, line: line ?? {}, steps, score };
}

/** The pairs of wants and tables that fit best, each once. */
function matched(wants: readonly Want[], shapes: readonly InputShape[], cells: readonly CellBlock[]): { reader: string; fit: Fit }[] {
  const all = wants.flatMap((want) => shapes.map((shape) => ({ reader: shape.name, fit: fit(want, shape, cells) })));
  const chosen: typeof all = [];
  for (const pair of all.sort((a, b) => b.fit.score - a.fit.score)) {
    if (chosen.some(({ reader, fit: { want } }) => reader === pair.reader || want === pair.fit.want)) continue;
    chosen.push(pair);
  }
  return chosen;
}

/** A starter's line with the columns of a table. A role that was not found keeps its own name: the journey then asks for it. */
function lineFor(starter: EventLine, guess: Partial<EventLine>): EventLine {
  const found: Partial<Record<Role, RoleValue>> = {};
  for (const role of roles) {
    const [own, guessed] = [starter[role], guess[role]];
    const value = role === "event" && isConstant(guessed) ? (isConstant(own) ? own : guessed) : (guessed ?? own);
    if (value !== undefined) found[role] = value;
  }
  const { scale, where } = guess;
  return { ...(found as EventLine), from: starter.from, ...(scale === undefined ? {} : { scale }), ...(where === undefined ? {} : { where }) };
}

function bindOne(notebook: Notebook, reader: CellBlock, { want, shape, line, steps }: Fit, freed: Bound["freed"]): Notebook {
  const journey = notebook.blocks.find((block): block is CellBlock => block.type === "cell" && block.name === want.journey)!;
  const starter = linesOf(journey)!.lines[want.line]!;
  const now = lineFor(starter, line);
  const events = isConstant(now.event) ? undefined : shape.columns.find(({ name }) => name === [now.event].flat()[0]);
  const own = isConstant(starter.event) ? starter.event.slice(1) : null;
  const blocks = notebook.blocks.flatMap((block): Block[] => {
    if (block.type !== "cell") return [block];
    if (block.id === reader.id) return [];
    if (block.name === want.source) return [{ ...block, params: { ...reader.params } }];
    if (want.through.includes(block.name)) return [{ ...block, params: steppedParams(block, steps) }];
    if (block.id === journey.id) {
      const lines = linesOf(block)!.lines.with(want.line, now) as unknown as Json;
      return [{ ...block, params: { ...block.params, [want.param]: lines } }];
    }
    if (events === undefined || own === null) return [block];
    const alike = namedLike(own, events);
    const params = eventRenamed({ ...block.params }, own, alike) as JsonRecord;
    if (alike === null && asksFor(block.params, own)) freed.push({ cell: block.name, event: own });
    return [{ ...block, params }];
  });
  return { ...notebook, blocks };
}

/** A cell between file and journey takes the steps that ready this file, and none of those that were meant for another. */
function steppedParams({ kind, params }: CellBlock, steps: Fit["steps"]): JsonRecord {
  const schema = catalog.get(kind)?.params ?? {};
  const entries = Object.entries(params as JsonRecord).flatMap(([name, value]): [string, Json][] => {
    if (schema[name]?.type !== "verbs") return [[name, value]];
    return steps?.kind === kind && steps.params[name] !== undefined ? [[name, steps.params[name]]] : [];
  });
  const added = steps?.kind === kind ? Object.entries(steps.params).filter(([name]) => schema[name]?.type === "verbs") : [];
  return Object.fromEntries([...entries, ...added]);
}

/**
 * Puts files into the cells of a starter that wait for them: each by the roles its columns can play, guessed from names, types and repeats. The cell
 * keeps its name, so that all that reads it stays as it is; the cell that had read the file goes.
 *
 * @param shapes What cells that read a file gave, by the cell's name. Those that no want is left for stay as they are.
 * @example bindStarter(notebook, [shapeOfShop]).matches // [{ source: "orders", reader: "shop" }]
 */
export function bindStarter(notebook: Notebook, shapes: readonly InputShape[]): Bound {
  const cells = notebook.blocks.filter((block): block is CellBlock => block.type === "cell");
  const wants = wantsOf(notebook);
  const tables = shapes.filter((shape) => shape.provides === "table" && !wants.some(({ source }) => source === shape.name));
  const hasTime = ({ columns }: InputShape): boolean => columns.some(({ type }) => type === "time");
  const pairs = matched(wants, tables.filter(hasTime), cells);
  let bound = notebook;
  const matches: Bound["matches"] = [];
  const freed: Bound["freed"] = [];
  for (const { reader, fit: found } of pairs) {
    const block = cells.find(({ name }) => name === reader);
    if (block === undefined) continue;
    bound = bindOne(bound, block, found, freed);
    matches.push({ source: found.want.source, reader });
  }
  return { notebook: bound, matches, timeless: tables.filter((shape) => !hasTime(shape)).map(({ name }) => name), freed };
}
