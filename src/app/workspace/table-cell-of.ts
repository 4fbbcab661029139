import { catalog } from "../../cells/catalog.ts";
import { nameFrom } from "../../notebook/edit/names.ts";
import type { NewCell } from "../../notebook/edit/insert-cell.ts";
import type { Json } from "../../schema/json.ts";
import type { Verb } from "../../schema/verbs.ts";

/** A new cell that does these steps to a table of another cell, of the kind that has steps; null where there is none. */
export function tableCellOf(cell: string, table: string, verbs: readonly Verb[]): NewCell | null {
  for (const [kind, { params }] of catalog) {
    const steps = Object.keys(params).find((name) => params[name]!.type === "verbs");
    const spec = steps === undefined ? undefined : params[steps];
    if (steps === undefined || spec?.type !== "verbs") continue;
    const from = table === "main" ? cell : `${cell}.${table}`;
    return { kind, name: nameFrom(`${cell} rows`), params: { [spec.of]: from, [steps]: verbs as unknown as Json } };
  }
  return null;
}
