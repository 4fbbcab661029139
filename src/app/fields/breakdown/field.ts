import { html } from "lit";
import type { BreakdownSpec } from "../../../schema/parameter.ts";
import { columnsFor, type FieldEditor } from "../field.ts";

/** A column with few values, or the segments of a cell. */
export const field: FieldEditor<BreakdownSpec> = (at) => {
  const { id, value, set, shapes } = at;
  const segments = [...shapes.values()].filter((shape) => shape.provides === "segments").map((shape) => shape.name);
  const columns = columnsFor(at).filter((column) => column.type === "text" || column.type === "boolean");
  const chosen =
    typeof value === "string" ? value : typeof value === "object" && value !== null && "cell" in value ? `cell:${value["cell"] as string}` : "";
  const known = [...columns.map((column) => column.name), ...segments.map((name) => `cell:${name}`)];
  const write = (event: Event) => {
    const { value: choice } = event.target as HTMLSelectElement;
    set(choice === "" ? undefined : choice.startsWith("cell:") ? { cell: choice.slice(5) } : choice);
  };
  return html`<select id=${id} class="mono" @change=${write}>
    <option value="" ?selected=${chosen === ""}>nothing</option>
    ${chosen !== "" && !known.includes(chosen) ? html`<option value=${chosen} selected>${chosen.replace("cell:", "")}</option>` : ""}
    ${
      columns.length === 0
        ? ""
        : html`<optgroup label="Columns">
            ${columns.map((column) => html`<option value=${column.name} ?selected=${column.name === chosen}>${column.name} (${column.distinct})</option>`)}
          </optgroup>`
    }
    ${
      segments.length === 0
        ? ""
        : html`<optgroup label="Segments">
            ${segments.map((name) => html`<option value=${`cell:${name}`} ?selected=${`cell:${name}` === chosen}>${name}</option>`)}
          </optgroup>`
    }
  </select>`;
};
