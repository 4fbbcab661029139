import type { Column } from "../../schema/column.ts";
import { UserError } from "../../schema/errors.ts";

/** Puts a column into a list: in the place of the one of its name, or at the end. @throws {UserError} If it has no name. */
export function putColumn(columns: Column[], made: Column): void {
  if (made.name.trim() === "") throw new UserError("A new column has no name.", "Write its name to the left of the formula.");
  const place = columns.findIndex((column) => column.name === made.name);
  if (place < 0) columns.push(made);
  else columns[place] = made;
}
