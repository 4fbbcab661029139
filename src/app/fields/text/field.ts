import { html } from "lit";
import type { TextSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

/** Text or a date, written when the field is left. */
export const field: FieldEditor<TextSpec> = ({ id, spec, value, set }) => {
  const write = (event: Event) => {
    const { value: typed } = event.target as HTMLInputElement | HTMLTextAreaElement;
    set(typed === "" && spec.optional ? undefined : typed);
  };
  const text = typeof value === "string" ? value : "";
  if (spec.long) return html`<textarea id=${id} rows="3" .value=${text} @change=${write}></textarea>`;
  return html`<input id=${id} type=${spec.format ?? "text"} .value=${text} @change=${write} />`;
};
