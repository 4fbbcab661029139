import { UserError } from "../schema/errors.ts";
import { nearest } from "../schema/formula/nearest.ts";

/** The error for a column that is not there: the column that was probably meant, or the ones there are. */
export function unknownColumn(name: string, where: string, known: readonly string[]): UserError {
  const meant = nearest(name, known);
  const listed = known.slice(0, 12).join(", ") + (known.length > 12 ? ", …" : "");
  return new UserError(
    `There is no column "${name}" in ${where}.`,
    meant === null ? `It has ${listed === "" ? "no columns" : listed}.` : `Did you mean "${meant}"? It has ${listed}.`,
  );
}
