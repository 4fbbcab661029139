import { controlOf } from "../../schema/parameters.ts";
import { controlsOf } from "../controls.ts";
import type { Catalog } from "../file/read-cell.ts";
import type { Notebook } from "../notebook.ts";

/**
 * Lets parameters follow a control to its new name, where one was renamed and nothing else of the controls came or went.
 *
 * @param before The notebook before the edit that renamed it.
 */
export function followRenamed(notebook: Notebook, before: Notebook, known: Catalog): Notebook {
  const [old, now] = [controlsOf(before, known), controlsOf(notebook, known)];
  const at = old.length === now.length ? old.findIndex(({ name }, index) => now[index]!.name !== name) : -1;
  if (at < 0) return notebook;
  const [from, to] = [old[at]!.name, now[at]!.name];
  const isOther = old.some((control, index) => index !== at && (control.name !== now[index]!.name || control.name === from));
  if (isOther || now.some(({ name }) => name === from)) return notebook;
  const blocks = notebook.blocks.map((block) => {
    if (block.type !== "cell" || !Object.values(block.params).some((raw) => controlOf(raw) === from)) return block;
    const params = Object.entries(block.params).map(([name, raw]) => [name, controlOf(raw) === from ? { control: to } : raw]);
    return { ...block, params: Object.fromEntries(params) as typeof block.params };
  });
  return { ...notebook, blocks };
}
