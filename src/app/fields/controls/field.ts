import { html } from "lit";
import type { ControlLine } from "../../../schema/controls.ts";
import type { Json } from "../../../schema/json.ts";
import type { ControlsSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";
import "./controls-field.ts";

/** What the reader may choose: a control after the other, each with its name, its kind and what it offers. */
export const field: FieldEditor<ControlsSpec> = ({ id, value, set, shapes }) =>
  html`<controls-field
    id=${id}
    .controls=${(Array.isArray(value) ? value : []) as unknown as ControlLine[]}
    .shapes=${shapes}
    @change=${(event: CustomEvent<ControlLine[]>) => set(event.detail as unknown as Json)}
  ></controls-field>`;
