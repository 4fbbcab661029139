import { html } from "lit";
import type { JsonRecord } from "../../../schema/json.ts";
import type { MapSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

/** One small control per name: the names are the cell's own columns or the values of one of them, and those already written. */
export const field: FieldEditor<MapSpec> = ({ id, spec, value, set, own }) => {
  const written = (typeof value === "object" && value !== null ? value : {}) as JsonRecord;
  const columns = own?.columns ?? [];
  const known =
    spec.names ?? (spec.of === undefined ? columns.map((column) => column.name) : (columns.find((column) => column.name === spec.of)?.top ?? []));
  const names = [...new Set([...known, ...Object.keys(written)])];
  const write = (name: string, text: string) => {
    const { [name]: _, ...rest } = written;
    const isDefault = text === "" || (spec.values.type === "choice" && text === spec.values.default);
    const next = isDefault ? rest : { ...rest, [name]: text };
    set(Object.keys(next).length === 0 ? undefined : next);
  };
  if (names.length === 0) return html`<p class="hint" id=${id}>Known once the cell has run.</p>`;
  return html`<div class="stack" id=${id} role="group">
    ${names.map((name) => {
      const current = written[name] ?? (spec.values.type === "choice" ? spec.values.default : "");
      const read = (event: Event) => write(name, (event.target as HTMLInputElement | HTMLSelectElement).value);
      return html`<label class="pair" style="align-items: center"
        ><span class="mono" style="overflow: hidden; text-overflow: ellipsis">${name}</span>${
          spec.values.type === "choice"
            ? html`<select @change=${read}>
                ${spec.values.of.map((choice) => html`<option ?selected=${choice === current}>${choice}</option>`)}
              </select>`
            : html`<input type="text" .value=${typeof current === "string" ? current : ""} @change=${read} />`
        }</label
      >`;
    })}
  </div>`;
};
