import { html } from "lit";
import type { WindowSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

/** Two dates; the second is the first day left out. */
export const field: FieldEditor<WindowSpec> = ({ id, value, set }) => {
  const [from, to] = Array.isArray(value) ? (value as (string | null)[]) : [null, null];
  const write = (newFrom: string | null, newTo: string | null) => set(newFrom === null && newTo === null ? undefined : [newFrom, newTo]);
  const text = (event: Event) => (event.target as HTMLInputElement).value || null;
  return html`<div class="pair">
    <input id=${id} type="date" aria-label="From" .value=${from ?? ""} @change=${(event: Event) => write(text(event), to ?? null)} />
    <input type="date" aria-label="Up to, not included" .value=${to ?? ""} @change=${(event: Event) => write(from ?? null, text(event))} />
  </div>`;
};
