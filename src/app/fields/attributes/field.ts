import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { AttributeLine } from "../../../schema/mapping.ts";
import type { AttributesSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";
import { offers } from "../input/field.ts";
import "./attributes-field.ts";

/** The tables that say what customers are. */
export const field: FieldEditor<AttributesSpec> = ({ id, value, set, shapes, own }) =>
  html`<attributes-field
    id=${id}
    .lines=${(Array.isArray(value) ? value : []) as unknown as AttributeLine[]}
    .tables=${offers({ type: "input", accepts: ["table"] }, shapes, own)}
    .shapes=${shapes}
    @change=${(event: CustomEvent<AttributeLine[]>) => set(event.detail.length === 0 ? undefined : (event.detail as unknown as Json))}
  ></attributes-field>`;
