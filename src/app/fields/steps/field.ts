import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { StepsSpec } from "../../../schema/parameter.ts";
import type { FunnelStep } from "../../../schema/steps.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import "./steps-field.ts";

/** What customers do one after the other. */
export const field: FieldEditor<StepsSpec> = (at) => {
  const { id, value, set } = at;
  return html`<steps-field
    id=${id}
    .columns=${columnsFor(at)}
    .steps=${(Array.isArray(value) ? value : []) as unknown as FunnelStep[]}
    @change=${(event: CustomEvent<FunnelStep[]>) => set(event.detail.length === 0 ? undefined : (event.detail as unknown as Json))}
  ></steps-field>`;
};
