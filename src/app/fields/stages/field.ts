import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { StagesSpec } from "../../../schema/parameter.ts";
import type { StageRule } from "../../../schema/stages.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import "./stages-field.ts";

/** Rules that tell which events are of which stage. */
export const field: FieldEditor<StagesSpec> = (at) => {
  const { id, value, set } = at;
  return html`<stages-field
    id=${id}
    .columns=${columnsFor(at)}
    .rules=${(Array.isArray(value) ? value : []) as unknown as StageRule[]}
    @change=${(event: CustomEvent<StageRule[]>) => set(event.detail.length === 0 ? undefined : (event.detail as unknown as Json))}
  ></stages-field>`;
};
