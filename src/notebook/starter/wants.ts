import { catalog } from "../../cells/catalog.ts";
import { roles, type EventLine, type Role } from "../../schema/mapping.ts";
import type { ParamSchema } from "../../schema/parameter.ts";
import { referencesOf, resolveOne } from "../../schema/parameters.ts";
import { reference } from "../../schema/reference.ts";
import type { CellBlock, Notebook } from "../notebook.ts";

/** A cell that waits for a file, and what the journey wants of it. */
export interface Want {
  /** The cell that is to read a file. */
  source: string;
  /** The cells between it and the journey, from the file on. */
  through: string[];
  /** The journey, its parameter with the lines, and which of them reads the file, by the table it names. */
  journey: string;
  param: string;
  line: number;
  table: string;
  /** The roles the line gives to columns, not to constants. */
  roles: Role[];
}

const cellsOf = ({ blocks }: Notebook): CellBlock[] => blocks.filter((block): block is CellBlock => block.type === "cell");

const schemaOf = (kind: string): ParamSchema => catalog.get(kind)?.params ?? {};

/** The parameter of a kind that names files, where it cannot do without; null otherwise. */
export function neededFile(kind: string): string | null {
  const schema = schemaOf(kind);
  return Object.keys(schema).find((name) => schema[name]!.type === "file" && schema[name]!.optional !== true) ?? null;
}

/** The lines of a cell's mapping and their parameter; no lines where they cannot be read. */
export function linesOf({ kind, params }: CellBlock): { param: string; lines: EventLine[] } | null {
  const schema = schemaOf(kind);
  const param = Object.keys(schema).find((name) => schema[name]!.type === "mapping");
  if (param === undefined || params[param] === undefined) return null;
  try {
    return { param, lines: resolveOne(param, schema[param]!, params[param]) as unknown as EventLine[] };
  } catch {
    return { param, lines: [] };
  }
}

/** The cells from a table back to the one that reads a file, that one first; each by its first reference. Null where none reads one. */
export function wayFrom(table: string, cells: readonly CellBlock[]): CellBlock[] | null {
  const way: CellBlock[] = [];
  let name: string | undefined = table;
  while (name !== undefined) {
    const cell = cells.find((other) => other.name === name);
    if (cell === undefined || way.includes(cell)) return null;
    way.unshift(cell);
    if (neededFile(cell.kind) !== null) return way;
    const [first]: string[] = referencesOf(schemaOf(cell.kind), cell.params);
    name = first === undefined ? undefined : reference(first).cell;
  }
  return null;
}

/**
 * What a starter notebook wants: one entry for each cell that names no file yet and that a journey reads.
 *
 * @example wantsOf(openNotebook(starter).notebook) // [{ source: "orders", roles: ["customer", "time", "value"], … }]
 */
export function wantsOf(notebook: Notebook): Want[] {
  const cells = cellsOf(notebook);
  const found = new Map<string, Want>();
  for (const cell of cells) {
    const { param, lines } = linesOf(cell) ?? { param: "", lines: [] };
    for (const [line, mapped] of lines.entries()) {
      const [source, ...through] = wayFrom(mapped.from, cells) ?? [];
      if (source === undefined || source.params[neededFile(source.kind)!] !== undefined || found.has(source.name)) continue;
      const wanted = roles.filter((role) => typeof mapped[role] === "string" && !mapped[role].startsWith("="));
      found.set(source.name, {
        source: source.name,
        through: through.map(({ name }) => name),
        journey: cell.name,
        param,
        line,
        table: mapped.from,
        roles: wanted,
      });
    }
  }
  return [...found.values()];
}

const named: Record<Role, string> = {
  customer: "a customer",
  time: "a time",
  event: "what happened",
  channel: "a channel",
  value: "a value",
  cost: "a cost",
  score: "a score",
  comment: "a comment",
  id: "a number of its own",
  campaign: "a campaign",
  owner: "an owner",
};

/**
 * What a file must have, in words.
 *
 * @example sayRoles(["customer", "time", "value"]) // "a table with a customer, a time and a value"
 */
export function sayRoles(wanted: readonly Role[]): string {
  const words = wanted.map((role) => named[role]);
  return `a table with ${words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`}`;
}
