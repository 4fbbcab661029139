import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { RulesSpec } from "../../../schema/parameter.ts";
import type { SegmentRule } from "../../../schema/rules.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import "./rules-field.ts";

/** Named segments with their rules. */
export const field: FieldEditor<RulesSpec> = (at) => {
  const { id, value, set } = at;
  return html`<rules-field
    id=${id}
    .columns=${columnsFor(at)}
    .segments=${(Array.isArray(value) ? value : []) as unknown as SegmentRule[]}
    @change=${(event: CustomEvent<SegmentRule[]>) => set(event.detail.length === 0 ? undefined : (event.detail as unknown as Json))}
  ></rules-field>`;
};
