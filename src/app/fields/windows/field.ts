import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { Windows, WindowsSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";
import "./windows-field.ts";

/** Observation, gap and outcome around a snapshot, drawn on a timeline. */
export const field: FieldEditor<WindowsSpec> = ({ id, spec, value, set, params, shapes }) => {
  const from = params[spec.of];
  return html`<windows-field
    id=${id}
    .windows=${(value ?? spec.default) as unknown as Windows}
    .data=${(typeof from === "string" ? shapes.get(from)?.window : undefined) ?? null}
    @change=${(event: CustomEvent<Windows>) => set(event.detail as unknown as Json)}
  ></windows-field>`;
};
