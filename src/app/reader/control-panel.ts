import { LitElement, css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Control } from "../../notebook/controls.ts";
import type { Json } from "../../schema/json.ts";
import { columnsOf } from "../fields/field.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What fits side by side as a segmented control. */
const widest = 30;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A control's name in words. */
export const controlLabel = ({ name, label }: Control): string => label ?? capital(name.replaceAll("_", " "));

/** The controls of a cell, or of the whole notebook, as what they are: things to choose from. */
@customElement("control-panel")
export class ControlPanel extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** The cell whose controls they are; all of the notebook's where none is named. */
  @property() cell: string | null = null;
  /** Labels beside the controls, for a bar. */
  @property({ type: Boolean, reflect: true }) narrow = false;

  static override styles = [
    fieldStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 24px;
        align-items: end;
      }
      .control {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
      .label {
        font: 500 var(--text-small) / var(--line-small) var(--font-ui);
        color: var(--ink-2);
      }
      :host([narrow]) .control {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      :host([narrow]) .label {
        font-weight: 400;
        color: var(--ink-3);
        white-space: nowrap;
      }
      .segments label {
        padding: 0 12px;
        font: inherit;
      }
      select,
      input[type="text"] {
        width: 22ch;
      }
      input[type="number"] {
        width: 12ch;
      }
      .dates {
        display: flex;
        gap: 8px;
        align-items: center;
      }
      .dates input {
        width: 15ch;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic, this.workspace.choices.topic, this.workspace.runs.settledTopic]);
  }

  /** What may be chosen: as the author says, or what the data has. The present choice stays on the list whatever the data say. */
  #options({ kind: what, from, column = "channel", options, value }: Control): readonly string[] {
    const found = what === "segment" ? "segment" : column;
    const offered = options ?? columnsOf(this.workspace.runs.shapes(), from).find(({ name }) => name === found)?.top ?? [];
    return typeof value === "string" && !offered.includes(value) ? [...offered, value] : offered;
  }

  #input(control: Control, id: string): TemplateResult {
    const { kind, name, value } = control;
    const choose = (next: Json): void => this.workspace.choices.choose(name, next);
    const typed = (event: Event): string => (event.target as HTMLInputElement).value;
    switch (kind) {
      case "number":
        return html`<input
          id=${id}
          type="number"
          step="any"
          min=${control.min ?? nothing}
          max=${control.max ?? nothing}
          .value=${String(value as number)}
          @change=${(event: Event) => (event.target as HTMLInputElement).validity.valid && typed(event) !== "" && choose(Number(typed(event)))}
        />`;
      case "text":
        return html`<input id=${id} type="text" .value=${value as string} @change=${(event: Event) => choose(typed(event))} />`;
      case "dates":
        return this.#dates(control, id, choose);
      case "grain":
      case "choice":
        return this.#oneOf(control, id, choose);
      default:
        return html`<select id=${id} @change=${(event: Event) => choose(typed(event) === "" ? null : typed(event))}>
          <option value="" ?selected=${value === null}>All</option>
          ${this.#options(control).map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
        </select>`;
    }
  }

  #oneOf(control: Control, id: string, choose: (value: Json) => void): TemplateResult {
    const { name, value, options = [] } = control;
    if (options.length > 4 || options.join("").length > widest) {
      return html`<select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${capital(option)}</option>`)}
      </select>`;
    }
    return html`<div class="segments" role="radiogroup" aria-labelledby=${`${id}-label`}>
      ${options.map(
        (option, index) =>
          html`<label
            ><input
              type="radio"
              id=${index === 0 ? id : `${id}-${index}`}
              name=${name}
              .checked=${option === value}
              @change=${() => choose(option)}
            />${capital(option.replaceAll("_", " "))}</label
          >`,
      )}
    </div>`;
  }

  /** The last day is shown as it is meant: in. In the notebook stands the first day left out. */
  #dates({ value }: Control, id: string, choose: (value: Json) => void): TemplateResult {
    const [from, to] = (value ?? [null, null]) as [string | null, string | null];
    const moved = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
    const set = (first: string | null, last: string | null): void => {
      if (first === null && last === null) choose(null);
      else if (first === null || last === null || first < last) choose([first, last]);
      else this.requestUpdate();
    };
    const day = (event: Event): string | null => (event.target as HTMLInputElement).value || null;
    const after = (last: string | null): string | null => (last === null ? null : moved(last, 1));
    return html`<span class="dates"
      ><input id=${id} type="date" aria-label="First day" .value=${from ?? ""} @change=${(event: Event) => set(day(event), to)} />–<input
        type="date"
        aria-label="Last day"
        .value=${to === null ? "" : moved(to, -1)}
        @change=${(event: Event) => set(from, after(day(event)))}
    /></span>`;
  }

  protected override render() {
    return this.workspace.choices.controls(this.cell ?? undefined).map((control) => {
      const id = `control-${control.name}`;
      return html`<div class="control">
        <label class="label" id=${`${id}-label`} for=${id}>${controlLabel(control)}</label>${this.#input(control, id)}
      </div>`;
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "control-panel": ControlPanel;
  }
}
