import { html } from "lit";
import type { DurationSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

const units = ["seconds", "minutes", "hours", "days", "weeks", "months"];

const plural = (unit: string): string => (unit.endsWith("s") ? unit : `${unit}s`);

/** An amount and a unit. */
export const field: FieldEditor<DurationSpec> = ({ id, value, set }) => {
  const [amount = "", unit = "days"] = typeof value === "string" ? value.split(" ") : [];
  const offered = units.includes(plural(unit)) ? units : [...units, plural(unit)];
  const write = (newAmount: string, newUnit: string) => set(newAmount === "" ? undefined : `${newAmount} ${newUnit}`);
  return html`<div class="pair">
    <input
      id=${id}
      type="number"
      min="0"
      step="any"
      .value=${amount}
      @change=${(event: Event) => write((event.target as HTMLInputElement).value, plural(unit))}
    />
    <select aria-label="Unit" @change=${(event: Event) => write(amount, (event.target as HTMLSelectElement).value)}>
      ${offered.map((word) => html`<option ?selected=${word === plural(unit)}>${word}</option>`)}
    </select>
  </div>`;
};
