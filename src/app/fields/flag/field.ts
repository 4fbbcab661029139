import { html } from "lit";
import type { FlagSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

/** A switch with its label beside it. */
export const field: FieldEditor<FlagSpec> = ({ id, name, spec, value, set }) =>
  html`<label class="switch"
    ><input
      id=${id}
      type="checkbox"
      role="switch"
      .checked=${value === true}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked || !spec.optional ? (event.target as HTMLInputElement).checked : undefined)}
    /><span>${spec.label ?? name.replaceAll("_", " ")}${spec.hint ? html`<br /><span class="hint">${spec.hint}</span>` : ""}</span></label
  >`;
