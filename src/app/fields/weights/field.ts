import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { WeightsSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

const shown = (value: Json | undefined): string => (Array.isArray(value) ? (value as number[]).join(", ") : "");

const parsed = (text: string): Json => text.split(",").map((part) => Number.parseFloat(part));

/** Shares in the order of their parts: 0.4, 0.2, 0.4. */
export const field: FieldEditor<WeightsSpec> = ({ id, spec, value, set }) =>
  html`<input
    id=${id}
    type="text"
    .value=${shown(value)}
    placeholder=${spec.default.join(", ")}
    @change=${(event: Event) => {
      const { value: text } = event.target as HTMLInputElement;
      set(text.trim() === "" ? undefined : parsed(text));
    }}
  />`;
