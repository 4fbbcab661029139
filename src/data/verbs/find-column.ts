import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";
import { nearest } from "../../schema/formula/nearest.ts";

/**
 * The column of that name.
 *
 * @throws {UserError} If there is none, with the name that was probably meant.
 */
export function findColumn(columns: readonly Column[], name: string): Column {
  const found = columns.find((column) => column.name === name);
  if (found !== undefined) return found;
  const names = columns.map((column) => column.name);
  const near = nearest(name, names);
  const list = names.slice(0, 8).join(", ");
  throw new UserError(
    `There is no column "${name}" here.`,
    near === null ? `Choose one of ${list}${names.length > 8 ? ", …" : "."}` : `Did you mean "${near}"?`,
  );
}

/** The columns of several names. @throws {UserError} If one is unknown, or named twice. */
export function findColumns(columns: readonly Column[], names: readonly string[]): Column[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UserError(`"${twice}" is named twice.`, "Name it once.");
  return names.map((name) => findColumn(columns, name));
}
