import { html } from "lit";
import type { InputSpec } from "../../../schema/parameter.ts";
import type { InputShape } from "../../../schema/shape.ts";
import type { FieldEditor } from "../field.ts";

/** What may be chosen: cells of the accepted kind of output, and further tables of a cell where tables are accepted. */
export function offers(spec: InputSpec, shapes: ReadonlyMap<string, InputShape>, own: InputShape | null): string[] {
  return [...shapes.values()].flatMap((shape) => {
    if (shape.name === own?.name) return [];
    const itself = spec.accepts.includes(shape.provides) ? [shape.name] : [];
    const tables = spec.accepts.includes("table") ? Object.keys(shape.tables ?? {}).map((table) => `${shape.name}.${table}`) : [];
    return [...itself, ...tables.filter((reference) => reference !== `${shape.name}.main`)];
  });
}

/** A list of the cells that can be read. */
export const field: FieldEditor<InputSpec> = ({ id, spec, value, set, shapes, own }) => {
  const choices = offers(spec, shapes, own);
  const chosen = typeof value === "string" ? value : "";
  const known = chosen === "" || choices.includes(chosen) ? choices : [chosen, ...choices];
  return html`<select id=${id} class="mono" @change=${(event: Event) => set((event.target as HTMLSelectElement).value || undefined)}>
    <option value="" ?selected=${chosen === ""} ?disabled=${!spec.optional}>${choices.length === 0 ? "no cell to read yet" : "choose a cell"}</option>
    ${known.map((name) => html`<option value=${name} ?selected=${name === chosen}>${name}</option>`)}
  </select>`;
};
