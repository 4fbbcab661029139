import type { Catalogued } from "../../cells/cell.ts";
import type { FileEntry } from "../../engine/protocol.ts";
import { toProblem, UserError, type Problem } from "../../schema/errors.ts";
import type { RawParams } from "../../schema/parameter.ts";
import { referencesOf, resolve } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import type { Provides } from "../../schema/shape.ts";
import type { Graph, Node } from "../graph.ts";
import { fileMatches } from "./file-matches.ts";
import { cycleProblem, duplicateProblem, missingCellProblem, missingFilesProblem, unknownKindProblem, wrongInputProblem } from "./words.ts";

/** What a cell needs to run, but for its inputs. */
export interface Runnable {
  readonly kind: Catalogued;
  readonly params: RawParams;
  /** By name or pattern as written. */
  readonly files: Readonly<Record<string, FileEntry[]>>;
}

/** Why a cell cannot run, whatever the others do. */
export interface Fault {
  readonly state: "invalid" | "missing";
  readonly problem: Problem;
  readonly missingFiles: readonly string[];
}

export type Plan = Runnable | Fault;

export function isFault(plan: Plan): plan is Fault {
  return "problem" in plan;
}

const invalid = (problem: Problem): Fault => ({ state: "invalid", problem, missingFiles: [] });

function paramNaming({ params: schema }: Catalogued, params: RawParams, cell: string): string | null {
  const names = Object.keys(schema).filter((name) => name in params);
  return names.find((name) => referencesOf({ [name]: schema[name]! }, params).some((text) => reference(text).cell === cell)) ?? null;
}

/** What a cell's name stands for in another cell, or undefined where that is not known. A cell that hands on its input stands for that. */
function providedBy(name: string, graph: Graph, catalog: ReadonlyMap<string, Catalogued>): Provides | undefined {
  const block = graph.nodes.get(name)?.block;
  const { provides, passes } = catalog.get(block?.kind ?? "")?.kind ?? {};
  const read = passes === undefined ? undefined : block?.params[passes];
  if (typeof read !== "string" || graph.cycles.has(name)) return provides;
  const { cell, table } = reference(read);
  return table === null ? providedBy(cell, graph, catalog) : "table";
}

function wrongInput(kind: Catalogued, params: RawParams, graph: Graph, catalog: ReadonlyMap<string, Catalogued>): Problem | null {
  for (const [name, spec] of Object.entries(kind.params)) {
    const value = params[name];
    if (spec.type !== "input" || typeof value !== "string") continue;
    const { cell, table } = reference(value);
    const provides = providedBy(cell, graph, catalog);
    if (provides === undefined) continue;
    const gives = table !== null ? "table" : provides;
    // Every cell but a journey has a main table that can be read as one.
    const fits = spec.accepts.includes(gives) || (gives !== "journey" && spec.accepts.includes("table"));
    if (!fits) return wrongInputProblem(name, value, gives === "segments" || gives === "values" ? gives : `a ${gives}`, spec.accepts);
  }
  return null;
}

function filesOf({ params: schema }: Catalogued, params: RawParams, files: ReadonlyMap<string, FileEntry>): Record<string, FileEntry[]> {
  const names = Object.entries(schema).flatMap(([name, spec]) => (spec.type === "file" ? [params[name] ?? []].flat() : []));
  return Object.fromEntries(names.map((name) => [name as string, fileMatches(name as string, files)]));
}

/**
 * What each cell needs to run, or why it cannot: as far as the notebook, the kinds and the files tell, without running anything.
 *
 * @param files By name: what the page has.
 * @param unfollowed Why a parameter could not take its value from a control, where that is so.
 */
export function plan(
  node: Node,
  graph: Graph,
  catalog: ReadonlyMap<string, Catalogued>,
  files: ReadonlyMap<string, FileEntry>,
  unfollowed?: Problem,
): Plan {
  const { name, block } = node;
  const kind = catalog.get(block.kind);
  const copies = graph.duplicates.get(name);
  if (copies !== undefined) return invalid(duplicateProblem(name, copies.length));
  if (kind === undefined) return invalid(unknownKindProblem(block.kind, null));
  if (kind.kind.major !== block.major) return invalid(unknownKindProblem(block.kind, block.major));
  const path = graph.cycles.get(name);
  if (path !== undefined) return invalid(cycleProblem(path));
  const [absent] = node.missing;
  if (absent !== undefined) return invalid(missingCellProblem(absent, paramNaming(kind, block.params, absent)));
  if (unfollowed !== undefined) return invalid(unfollowed);
  try {
    const params = resolve(kind.params, block.params) as unknown as RawParams;
    const wrong = wrongInput(kind, params, graph, catalog);
    if (wrong !== null) return invalid(wrong);
    const found = filesOf(kind, params, files);
    const missingFiles = Object.keys(found).filter((pattern) => found[pattern]!.length === 0);
    if (missingFiles.length > 0) return { state: "missing", problem: missingFilesProblem(missingFiles), missingFiles };
    return { kind, params, files: found };
  } catch (error) {
    if (error instanceof UserError) return invalid(toProblem(error));
    throw error;
  }
}
