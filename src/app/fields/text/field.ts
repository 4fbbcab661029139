import { html } from "lit";
import type { TextSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

/** A line of text or a date, written when the field is left. */
export const field: FieldEditor<TextSpec> = ({ id, spec, value, set }) => {
  const write = (event: Event) => {
    const { value: text } = event.target as HTMLInputElement;
    set(text === "" && spec.optional ? undefined : text);
  };
  return html`<input id=${id} type=${spec.format ?? "text"} .value=${typeof value === "string" ? value : ""} @change=${write} />`;
};
