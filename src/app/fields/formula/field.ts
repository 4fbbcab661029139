import { html } from "lit";
import type { FormulaSpec } from "../../../schema/parameter.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import "./formula-input.ts";

/** A formula over the columns of the input. */
export const field: FieldEditor<FormulaSpec> = (at) => {
  const { id, spec, name, value, set } = at;
  return html`<formula-input
    id=${id}
    label=${spec.label ?? name}
    .columns=${columnsFor(at)}
    .value=${typeof value === "string" ? value : ""}
    @change=${(event: CustomEvent<string>) => set(event.detail === "" ? undefined : event.detail)}
  ></formula-input>`;
};
