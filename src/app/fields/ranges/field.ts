import { html } from "lit";
import type { Json } from "../../../schema/json.ts";
import type { RangesSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

const shown = (value: Json | undefined): string =>
  Array.isArray(value) ? (value as [number, number][]).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ") : "";

const parsed = (text: string): Json =>
  text.split(",").map((part) => {
    const [from, to = from] = part.split(/[–-]/).map((end) => Number.parseInt(end, 10));
    return [from ?? Number.NaN, to ?? Number.NaN];
  });

/** Ranges as a person writes them: 0, 1–3, 4–7. */
export const field: FieldEditor<RangesSpec> = ({ id, value, set }) =>
  html`<input
    id=${id}
    type="text"
    .value=${shown(value)}
    placeholder="0, 1–3, 4–7"
    @change=${(event: Event) => {
      const { value: text } = event.target as HTMLInputElement;
      set(text.trim() === "" ? undefined : parsed(text));
    }}
  />`;
