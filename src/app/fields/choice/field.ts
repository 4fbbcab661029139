import { html } from "lit";
import type { ChoiceSpec } from "../../../schema/parameter.ts";
import type { FieldEditor } from "../field.ts";

const words = (spec: ChoiceSpec, choice: string): string => {
  const label = spec.labels?.[spec.of.indexOf(choice)] ?? choice.replaceAll("_", " ");
  return label.charAt(0).toUpperCase() + label.slice(1);
};

/** What fits side by side in the inspector. */
const widest = 34;

const fits = (spec: ChoiceSpec): boolean => spec.of.length <= 4 && spec.of.reduce((sum, choice) => sum + words(spec, choice).length, 0) <= widest;

/** A segmented control for up to four short choices, a list for more. */
export const field: FieldEditor<ChoiceSpec> = ({ id, name, spec, value: written, set: write }) => {
  const value = written ?? spec.default;
  // What may be left out says nothing while it is as usual.
  const set = (choice: string) => write(spec.optional && choice === spec.default ? undefined : choice);
  const hint = typeof value === "string" ? spec.hints?.[spec.of.indexOf(value)] : undefined;
  const told = hint === undefined ? "" : html`<p class="hint" style="margin: 4px 0 0">${hint}</p>`;
  if (!fits(spec)) {
    return html`<select id=${id} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
        ${spec.of.map((choice) => html`<option value=${choice} ?selected=${choice === value}>${words(spec, choice)}</option>`)}
      </select>
      ${told}`;
  }
  return html`<div class="segments" role="radiogroup" aria-labelledby=${`${id}-label`}>
      ${spec.of.map(
        (choice, index) =>
          html`<label
            ><input
              type="radio"
              id=${index === 0 ? id : `${id}-${index}`}
              name=${name}
              .checked=${choice === value}
              @change=${() => set(choice)}
            />${words(spec, choice)}</label
          >`,
      )}
    </div>
    ${told}`;
};
