import { catalog } from "../../cells/catalog.ts";
import { readerParam } from "../../cells/reading.ts";
import type { CellBlock } from "../../notebook/notebook.ts";

/** Whether a reader sees a cell: as its author says, or by what its kind does. */
export function isRead({ kind, params }: CellBlock): boolean {
  const spec = catalog.get(kind)?.params[readerParam];
  return (params[readerParam] ?? (spec?.type === "choice" ? spec.default : "show")) !== "hide";
}
