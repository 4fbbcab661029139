import type { ParamSchema, ParamSpec } from "../schema/parameter.ts";
import type { Catalogued } from "./cell.ts";

/** What readies data rather than answers a question: files, roles of columns, steps over rows. */
const preparing: ReadonlySet<ParamSpec["type"]> = new Set(["file", "mapping", "verbs"]);

/** The parameter every kind of cell has of its own accord: whether a reader sees it. */
export const readerParam = "reader";

function readerSpec(params: ParamSchema): ParamSpec {
  const isPreparing = Object.values(params).some(({ type }) => preparing.has(type));
  return {
    type: "choice",
    of: ["show", "hide"],
    default: isPreparing ? "hide" : "show",
    view: true,
    group: "More",
    label: "In the reader view",
  };
}

/** A kind of cell with the choice whether the reader view shows it: answers are shown and preparations hidden where the file says nothing. */
export function readable(cell: Catalogued): Catalogued {
  return { ...cell, params: { ...cell.params, [readerParam]: readerSpec(cell.params) } };
}
