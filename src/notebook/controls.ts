import type { Catalogued } from "../cells/cell.ts";
import type { ControlLine } from "../schema/controls.ts";
import { toProblem, UserError, type Problem } from "../schema/errors.ts";
import { controlsFor, given } from "../schema/given.ts";
import type { Json } from "../schema/json.ts";
import type { ParamSchema, ParamSpec, RawParams } from "../schema/parameter.ts";
import { controlOf, resolveOne } from "../schema/parameters.ts";
import type { CellBlock, Notebook } from "./notebook.ts";

type Catalog = ReadonlyMap<string, Catalogued>;

/** A control, with the cell it stands in. */
export interface Control extends ControlLine {
  cell: string;
}

/** A notebook in which every parameter that follows a control has its value; and, by block, why one could not. */
export interface Followed {
  readonly notebook: Notebook;
  readonly problems: ReadonlyMap<number, Problem>;
}

/** The parameter of a kind of cell that holds controls, or null where it has none. */
export function controlsParam(schema: ParamSchema): string | null {
  return Object.keys(schema).find((name) => schema[name]!.type === "controls") ?? null;
}

function linesOf(block: CellBlock, catalog: Catalog): ControlLine[] {
  const schema = catalog.get(block.kind)?.params ?? {};
  const param = controlsParam(schema);
  if (param === null) return [];
  try {
    return resolveOne(param, schema[param]!, block.params[param]) as unknown as ControlLine[];
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** The controls of a notebook, in its order. Those of a cell that cannot be read are left out. */
export function controlsOf({ blocks }: Notebook, catalog: Catalog): Control[] {
  return blocks.flatMap((block) => (block.type === "cell" ? linesOf(block, catalog).map((line) => ({ ...line, cell: block.name })) : []));
}

function unfollowed(param: string, name: string, problem: string, remedy: string): UserError {
  return new UserError(`"${param}" follows "${name}", ${problem}`, remedy, { param });
}

function valueFrom(name: string, param: string, spec: ParamSpec, controls: readonly Control[]): Json | undefined {
  const [control, second] = controls.filter((other) => other.name === name);
  if (control === undefined)
    throw unfollowed(param, name, "and there is no such control.", "Choose a value here, or add a control of that name to a controls cell.");
  if (second !== undefined) {
    const where = `in ${control.cell} and in ${second.cell}`;
    throw unfollowed(param, name, `and a control of that name is ${where}.`, "Give one of them another name.");
  }
  const kinds = controlsFor(spec.type);
  if (!kinds.includes(control.kind)) {
    const remedy = kinds.length === 0 ? "Choose a value here instead." : `Let it follow a ${kinds.join(" or ")} control, or choose a value here.`;
    throw unfollowed(param, name, `and a ${control.kind} control cannot set it.`, remedy);
  }
  const value = given(control, spec.type);
  try {
    resolveOne(param, spec, value);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw unfollowed(param, name, `which gives a value it does not take. ${error.message}`, error.remedy);
  }
  return value;
}

function follow(params: RawParams, schema: ParamSchema, controls: readonly Control[]): RawParams {
  const found = new Map(Object.entries(params));
  for (const [name, raw] of Object.entries(params)) {
    const control = controlOf(raw);
    const spec = schema[name];
    if (control === null || spec === undefined) continue;
    const value = valueFrom(control, name, spec, controls);
    if (value === undefined) found.delete(name);
    else found.set(name, value);
  }
  return Object.fromEntries(found);
}

/**
 * Puts the controls' values in the place of what follows them, so that keys, references and results know values only.
 *
 * A follower depends on the value and not on the cell of the control: another control changed runs nothing, and a control may offer what
 * a cell that follows it has found.
 */
export function followed(notebook: Notebook, catalog: Catalog): Followed {
  const problems = new Map<number, Problem>();
  const isFollower = (block: Notebook["blocks"][number]): block is CellBlock =>
    block.type === "cell" && Object.values(block.params).some((raw) => controlOf(raw) !== null);
  if (!notebook.blocks.some(isFollower)) return { notebook, problems };
  const controls = controlsOf(notebook, catalog);
  const blocks = notebook.blocks.map((block) => {
    const schema = isFollower(block) ? catalog.get(block.kind)?.params : undefined;
    if (!isFollower(block) || schema === undefined) return block;
    try {
      return { ...block, params: follow(block.params, schema, controls) };
    } catch (error) {
      problems.set(block.id, toProblem(error));
      return block;
    }
  });
  return { notebook: { ...notebook, blocks }, problems };
}

/** A notebook with other choices in its controls, by the controls' names. What does not suit a control leaves it as it is. */
export function choosing(notebook: Notebook, choices: ReadonlyMap<string, Json>, catalog: Catalog): Notebook {
  if (choices.size === 0) return notebook;
  const blocks = notebook.blocks.map((block) => {
    const lines = block.type === "cell" ? linesOf(block, catalog) : [];
    if (block.type !== "cell" || !lines.some(({ name }) => choices.has(name))) return block;
    const param = controlsParam(catalog.get(block.kind)!.params)!;
    const chosen = lines.map((line) => (choices.has(line.name) ? { ...line, value: choices.get(line.name)! } : line));
    return { ...block, params: { ...block.params, [param]: chosen as unknown as Json } };
  });
  return { ...notebook, blocks };
}
