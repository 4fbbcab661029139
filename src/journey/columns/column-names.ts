import { UserError } from "../../schema/errors.ts";
import { roles, type Role } from "../../schema/mapping.ts";
import { columnOf } from "../../schema/table.ts";
import type { MappedAttributes, MappedLine } from "../mapped.ts";
import { unknownColumn } from "../unknown-column.ts";

/** Columns that a journey's own rules make. */
export const madeColumns = ["stage", "session"] as const;

export type MadeColumn = (typeof madeColumns)[number];

/** What a column's name means in a journey. */
export type Meaning = { made: MadeColumn } | { role: Role } | { from: string; column: string } | { attribute: number; column: string };

/** Whether some line of the mapping gives the role. */
export function hasRole(lines: readonly MappedLine[], role: Role): boolean {
  return lines.some(({ line }) => line[role] !== undefined);
}

/** Where a name, with or without its table, could come from. */
function owners<T extends { from: string; has(column: string): boolean }>(name: string, tables: readonly T[]): { owner: T; column: string }[] {
  const qualified = tables.flatMap((owner) => {
    const column = name.startsWith(`${owner.from}.`) ? name.slice(owner.from.length + 1) : null;
    return column !== null && owner.has(column) ? [{ owner, column }] : [];
  });
  return qualified.length > 0 ? qualified : tables.filter((owner) => owner.has(name)).map((owner) => ({ owner, column: name }));
}

function only<T extends { from: string }>(name: string, found: readonly { owner: T; column: string }[]): { owner: T; column: string } | null {
  const froms = [...new Set(found.map(({ owner }) => owner.from))];
  if (froms.length > 1) {
    throw new UserError(`Several tables of the journey have a column "${name}".`, `Write ${froms.map((from) => `"${from}.${name}"`).join(" or ")}.`);
  }
  return found[0] ?? null;
}

/** Every name a condition or a breakdown may use: roles, columns of the mapped tables, attributes. */
export function columnNames(lines: readonly MappedLine[], attributes: readonly MappedAttributes[]): string[] {
  const mapped = roles.filter((role) => hasRole(lines, role));
  const columns = lines.flatMap(({ table }) => table.columns.map(({ name }) => name));
  return [...new Set([...mapped, ...columns, ...madeColumns, ...attributes.flatMap(({ line }) => line.columns)])];
}

/** The name of every attribute, with its table where several tables have one of that name. */
export function attributeNames(attributes: readonly MappedAttributes[]): string[] {
  const all = attributes.flatMap(({ line: { from, columns } }) => columns.map((column) => ({ from, column })));
  const isShared = ({ from, column }: { from: string; column: string }) => all.some((other) => other.column === column && other.from !== from);
  return [...new Set(all.map((own) => (isShared(own) ? `${own.from}.${own.column}` : own.column)))];
}

/** The attribute a name means, or null. @throws {UserError} If several tables have one of that name. */
export function attributeNamed(name: string, attributes: readonly MappedAttributes[]): { attribute: number; column: string } | null {
  const tables = attributes.map(({ line }, attribute) => ({ from: line.from, attribute, has: (column: string) => line.columns.includes(column) }));
  const found = only(name, owners(name, tables));
  return found === null ? null : { attribute: found.owner.attribute, column: found.column };
}

/**
 * What a name means: a role that is mapped, else a column of a mapped table ("orders.country", or "country" where one table has it), else an
 * attribute, else what the journey makes ("stage", "session"; "journey.stage" is always that).
 *
 * @throws {UserError} If it means nothing, or columns of several tables.
 */
export function meaningOf(name: string, lines: readonly MappedLine[], attributes: readonly MappedAttributes[]): Meaning {
  const made = madeColumns.find((known) => name === `journey.${known}`);
  if (made !== undefined) return { made };
  const role = roles.find((known) => known === name);
  if (role !== undefined && hasRole(lines, role)) return { role };
  const tables = lines.map(({ line, table }) => ({ from: line.from, has: (column: string) => columnOf(table, column) !== undefined }));
  const found = only(name, owners(name, tables));
  if (found !== null) return { from: found.owner.from, column: found.column };
  const attribute = attributeNamed(name, attributes);
  if (attribute !== null) return attribute;
  const own = madeColumns.find((known) => known === name);
  if (own !== undefined) return { made: own };
  throw unknownColumn(name, "the journey", columnNames(lines, attributes));
}
