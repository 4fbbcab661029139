import { html } from "lit";
import type { Condition } from "../../../schema/conditions.ts";
import type { Json } from "../../../schema/json.ts";
import type { ConditionsSpec } from "../../../schema/parameter.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import "./conditions-field.ts";

/** Conditions on the columns of the input. */
export const field: FieldEditor<ConditionsSpec> = (at) => {
  const { id, value, set } = at;
  return html`<conditions-field
    id=${id}
    .columns=${columnsFor(at)}
    .conditions=${(Array.isArray(value) ? value : []) as unknown as Condition[]}
    @change=${(event: CustomEvent<Condition[]>) => set(event.detail.length === 0 ? undefined : (event.detail as unknown as Json))}
  ></conditions-field>`;
};
