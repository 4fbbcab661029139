import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { EventLine } from "../../../schema/mapping.ts";
import type { MappingSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";
import { offers } from "../input/field.ts";
import "./mapping-field.ts";

/** The lines of a journey. */
export const field: FieldEditor<MappingSpec> = ({ id, value, set, shapes, own }) =>
  html`<mapping-field
    id=${id}
    .lines=${(Array.isArray(value) ? value : []) as unknown as EventLine[]}
    .tables=${offers({ type: "input", accepts: ["table"] }, shapes, own)}
    .shapes=${shapes}
    @change=${(event: CustomEvent<EventLine[]>) => set(event.detail as unknown as Json)}
  ></mapping-field>`;
