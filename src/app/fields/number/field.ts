import { html } from "lit";
import type { NumberSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

/** A number with its bounds and unit; written when the field is left or Enter is pressed. */
export const field: FieldEditor<NumberSpec> = ({ id, spec, value, set }) => {
  const write = (event: Event) => {
    const { value: text } = event.target as HTMLInputElement;
    if (text.trim() !== "") set(Number(text));
    else if (spec.optional || spec.default !== undefined) set(undefined);
  };
  return html`<div class="unit">
    <input
      id=${id}
      type="number"
      min=${spec.min}
      max=${spec.max}
      step=${spec.integer ? 1 : "any"}
      .value=${typeof value === "number" ? String(value) : ""}
      placeholder=${spec.optional && spec.default === undefined ? "not set" : ""}
      @change=${write}
    />${spec.unit ? html`<span style="right: 32px">${spec.unit}</span>` : ""}
  </div>`;
};
