import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { VerbsSpec } from "../../../schema/parameter.ts";
import type { Verb } from "../../../schema/verbs.ts";
import { columnsFor, type FieldEditor } from "../field.ts";
import { offers } from "../input/field.ts";
import "./verbs-field.ts";

/** The steps of a table, over the columns of its input. */
export const field: FieldEditor<VerbsSpec> = (at) => {
  const { id, value, set, shapes, own } = at;
  return html`<verbs-field
    id=${id}
    .columns=${columnsFor(at)}
    .verbs=${(Array.isArray(value) ? value : []) as unknown as Verb[]}
    .tables=${offers({ type: "input", accepts: ["table"] }, shapes, own)}
    .shapes=${shapes}
    @change=${(event: CustomEvent<Verb[]>) => set(event.detail as unknown as Json)}
  ></verbs-field>`;
};
