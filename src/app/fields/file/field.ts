import { html } from "lit";
import type { FileSpec } from "../../../schema/parameter.ts";
import { icon } from "../../icons/icon.ts";
import type { FieldEditor } from "../field.ts";

/** The name of a file or a pattern, with the page's files offered, and a way to choose one from the machine. */
export const field: FieldEditor<FileSpec> = ({ id, value, set, files }) => {
  const text = Array.isArray(value) ? (value as string[]).join(", ") : typeof value === "string" ? value : "";
  const write = (event: Event) => {
    const names = (event.target as HTMLInputElement).value
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "");
    set(names.length === 0 ? undefined : names.length === 1 ? names[0] : names);
  };
  const choose = (event: Event) => event.target?.dispatchEvent(new CustomEvent("choose-file", { bubbles: true, composed: true }));
  return html`<div class="row">
    <input id=${id} class="mono grow" type="text" list=${`${id}-files`} .value=${text} placeholder="orders.csv or orders-*.csv" @change=${write} />
    <datalist id=${`${id}-files`}>${files.map((name) => html`<option value=${name}></option>`)}</datalist>
    <button class="icon" aria-label="Choose a file" title="Choose a file" @click=${choose}>${icon("folder-open")}</button>
  </div>`;
};
