import { UserError } from "../../schema/errors.ts";

/**
 * The error for a file that its reader could not make sense of.
 *
 * @param what What it should be: "Parquet file".
 * @param error What the reader threw. Its words are passed on where the reader chose them; what the browser says of the reader's code helps nobody.
 */
export function damagedFile(name: string, what: string, error: unknown, remedy: string): UserError {
  const chosen = error instanceof Error && error.constructor === Error && error.message !== "";
  const why = chosen ? error.message.replaceAll(/\s+/g, " ").slice(0, 80) : "its parts do not fit together";
  return new UserError(`"${name}" is a damaged ${what} (${why}).`, remedy);
}
