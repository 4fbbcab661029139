import type { Notebook } from "../notebook.ts";
import { indexOf, spliced, type Place } from "./place.ts";

/** Takes a block out. Cells that refer to it keep their references and say that it is missing. @throws {UserError} If there is none. */
export function remove(notebook: Notebook, place: Place): Notebook {
  return spliced(notebook, indexOf(notebook, place), 1);
}
