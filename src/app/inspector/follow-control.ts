import { html, nothing, type TemplateResult } from "lit";
import type { Control } from "../../notebook/controls.ts";
import type { Json } from "../../schema/json.ts";
import { icon } from "../icons/icon.ts";
import { controlLabel } from "../reader/control-panel.ts";

/** A parameter that may follow a control, or does. */
export interface Following {
  id: string;
  /** The control it follows, or null. */
  follows: string | null;
  /** The controls it could follow. */
  controls: readonly Control[];
  /** The value it has now. */
  value: Json | undefined;
  set: (value: Json | undefined) => void;
}

/** The control a parameter follows, and the way to take it off: the value then stays as it is now. */
export function followedControl({ id, follows, controls, value, set }: Following): TemplateResult {
  const isKnown = controls.some(({ name }) => name === follows);
  return html`<div class="row">
    <select id=${id} class="grow" @change=${(event: Event) => set({ control: (event.target as HTMLSelectElement).value })}>
      ${isKnown ? nothing : html`<option selected>${follows}</option>`}
      ${controls.map((control) => html`<option value=${control.name} ?selected=${control.name === follows}>${controlLabel(control)}</option>`)}
    </select>
    <button class="add" title="Keep the value it has now" @click=${() => set(value)}>Take the control off</button>
  </div>`;
}

/** The way to let a parameter follow a control, where there is one it could follow. */
export function followButton({ follows, controls, set }: Following, label: string): TemplateResult | typeof nothing {
  const [first] = controls;
  if (follows !== null || first === undefined) return nothing;
  return html`<button
    class="add follow"
    title="Follow a control"
    aria-label=${`Let ${label} follow a control`}
    @click=${() => set({ control: first.name })}
  >
    ${icon("sliders-horizontal", "small")}
  </button>`;
}
