import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controlKinds, type ControlKind, type ControlLine } from "../../../schema/controls.ts";
import { namePattern } from "../../../schema/reference.ts";
import type { InputShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import { columnsOf } from "../field.ts";
import { fieldStyles } from "../field-styles.ts";
import { newControl } from "./new-control.ts";

const textOf = (event: Event): string => (event.target as HTMLInputElement).value.trim();

/** What a segment's name is found in: the column of the cell's main table. */
const segmentColumn = "segment";

/**
 * The controls of a cell: what each is called, and what it offers. What is chosen is chosen in the notebook itself.
 * @fires change - `detail` is the new list of controls.
 */
@customElement("controls-field")
export class ControlsField extends LitElement {
  static override styles = fieldStyles;

  @property({ attribute: false }) controls: readonly ControlLine[] = [];
  @property({ attribute: false }) shapes: ReadonlyMap<string, InputShape> = new Map();

  #fire(controls: readonly ControlLine[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: controls }));
  }

  #change(index: number, patch: { [K in keyof ControlLine]?: ControlLine[K] | undefined }): void {
    const changed = Object.fromEntries(Object.entries({ ...this.controls[index]!, ...patch }).filter(([, value]) => value !== undefined));
    this.#fire(this.controls.map((old, at) => (at === index ? (changed as unknown as ControlLine) : old)));
  }

  #rename(index: number, event: Event): void {
    const name = textOf(event);
    if (namePattern.test(name)) this.#change(index, { name });
    else (event.target as HTMLInputElement).value = this.controls[index]!.name;
  }

  /** The cells a control could read: of segments those with a column of that name, of channels those that have texts. */
  #sources(what: ControlKind): string[] {
    const fits = ({ columns }: InputShape) => columns.some(({ name, type }) => (what === "segment" ? name === segmentColumn : type === "text"));
    return [...this.shapes.values()].filter(fits).map(({ name }) => name);
  }

  #options(control: ControlLine, index: number): TemplateResult {
    const set = (event: Event): void => {
      const options = textOf(event)
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "");
      if (options.length === 0) return this.requestUpdate();
      this.#change(index, { options, value: options.includes(control.value as string) ? control.value : options[0]! });
    };
    return html`<label class="small"
      >Options, with commas between
      <input type="text" .value=${(control.options ?? []).join(", ")} @change=${set} />
    </label>`;
  }

  #source(control: ControlLine, index: number): TemplateResult {
    const { from, kind: what, column = "channel" } = control;
    const names = [...new Set([...this.#sources(what), ...(from === undefined ? [] : [from])])];
    const columns = columnsOf(this.shapes, from).filter(({ type }) => type === "text");
    const words = [...new Set([...columns.map(({ name }) => name), column])];
    return html`<label class="small"
        >Values from
        <select @change=${(event: Event) => this.#change(index, { from: textOf(event), value: null })}>
          ${from === undefined ? html`<option selected value="">Choose a cell</option>` : nothing}
          ${names.map((name) => html`<option ?selected=${name === from}>${name}</option>`)}
        </select>
      </label>
      ${
        what === "segment"
          ? nothing
          : html`<label class="small"
              >Column
              <select @change=${(event: Event) => this.#change(index, { column: textOf(event), value: null })}>
                ${words.map((name) => html`<option ?selected=${name === column}>${name}</option>`)}
              </select>
            </label>`
      }`;
  }

  #bounds(control: ControlLine, index: number): TemplateResult {
    const bound = (key: "min" | "max", words: string) =>
      html`<label class="small"
        >${words}
        <input
          type="number"
          step="any"
          .value=${control[key] === undefined ? "" : String(control[key])}
          @change=${(event: Event) => this.#change(index, { [key]: textOf(event) === "" ? undefined : Number(textOf(event)) })}
        />
      </label>`;
    return html`<div class="pair">${bound("min", "Least")}${bound("max", "Most")}</div>`;
  }

  #about(control: ControlLine, index: number): TemplateResult | typeof nothing {
    switch (control.kind) {
      case "grain":
      case "choice":
        return this.#options(control, index);
      case "channel":
      case "segment":
        return this.#source(control, index);
      case "number":
        return this.#bounds(control, index);
      default:
        return nothing;
    }
  }

  #control(control: ControlLine, index: number): TemplateResult {
    return html`<div class="part" role="group" aria-label=${`Control ${control.name}`}>
      <div class="row">
        <input class="grow mono" aria-label="Name of the control" .value=${control.name} @change=${(event: Event) => this.#rename(index, event)} />
        <span class="hint">${control.kind}</span>
        <button class="icon" aria-label=${`Remove ${control.name}`} @click=${() => this.#fire(this.controls.filter((_, at) => at !== index))}>
          ${icon("x", "small")}
        </button>
      </div>
      <label class="small"
        >Label
        <input
          type="text"
          .value=${control.label ?? ""}
          placeholder=${control.name}
          @change=${(event: Event) => this.#change(index, { label: textOf(event) || undefined })}
        />
      </label>
      ${this.#about(control, index)}
    </div>`;
  }

  #add(kind: ControlKind): void {
    this.#fire([...this.controls, newControl(kind, this.controls, this.#sources(kind).at(-1))]);
  }

  override render() {
    return html`<div class="stack">
      ${this.controls.map((control, index) => this.#control(control, index))}
      <div class="row" style="flex-wrap: wrap; gap: 0 8px">
        ${controlKinds.map((kind) => html`<button class="add" @click=${() => this.#add(kind)}>${icon("plus", "small")}${kind}</button>`)}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "controls-field": ControlsField;
  }
}
