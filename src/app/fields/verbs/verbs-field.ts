import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ColumnShape, InputShape } from "../../../schema/shape.ts";
import { verbNames, type Verb, type VerbName } from "../../../schema/verbs.ts";
import { icon } from "../../icons/icon.ts";
import { chipStyles } from "../chip-styles.ts";
import { fieldStyles } from "../field-styles.ts";
import { columnsAfter } from "./columns-after.ts";
import { newVerb, verbSentences } from "./new-verb.ts";
import { verbBody } from "./verb-body.ts";

/**
 * The steps of a table, one below the other.
 * @fires change - `detail` is the new list.
 */
@customElement("verbs-field")
export class VerbsField extends LitElement {
  static override styles = [
    fieldStyles,
    chipStyles,
    css`
      h3 {
        margin: 0;
        font: 500 12px/24px var(--font-ui);
      }
    `,
  ];

  @property({ attribute: false }) columns: ColumnShape[] = [];
  @property({ attribute: false }) verbs: readonly Verb[] = [];
  @property({ attribute: false }) tables: readonly string[] = [];
  @property({ attribute: false }) shapes: ReadonlyMap<string, InputShape> = new Map();

  private fire(verbs: Verb[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: verbs }));
  }

  private replace(index: number, verb: Verb): void {
    this.fire(this.verbs.map((old, at) => (at === index ? verb : old)));
  }

  private move(index: number, by: number): void {
    const next = [...this.verbs];
    const [verb] = next.splice(index, 1);
    next.splice(index + by, 0, verb!);
    this.fire(next);
  }

  private add(event: Event, columns: readonly ColumnShape[]): void {
    const select = event.target as HTMLSelectElement;
    const name = select.value as VerbName;
    select.value = "";
    this.fire([...this.verbs, newVerb(name, columns, this.tables)]);
  }

  override render() {
    const starts = columnsAfter(this.verbs, this.columns, this.shapes);
    const last = this.verbs.length - 1;
    return html`<div class="stack">
      ${this.verbs.map((verb, index) => {
        const name = Object.keys(verb)[0] as VerbName;
        return html`<div class="part" role="group" aria-label=${`Step ${index + 1}, ${name}`}>
          <div class="row" style="gap: 0">
            <h3 class="grow" title=${verbSentences[name]}>${index + 1}. ${name}</h3>
            <button class="icon" aria-label="Move the step up" aria-disabled=${index === 0} @click=${() => index > 0 && this.move(index, -1)}>
              ${icon("arrow-up", "small")}
            </button>
            <button class="icon" aria-label="Move the step down" aria-disabled=${index === last} @click=${() => index < last && this.move(index, 1)}>
              ${icon("arrow-down", "small")}
            </button>
            <button class="icon" aria-label="Remove the step" @click=${() => this.fire(this.verbs.filter((_, at) => at !== index))}>
              ${icon("x", "small")}
            </button>
          </div>
          ${verbBody(verb, { columns: starts[index]!, tables: this.tables, shapes: this.shapes, set: (next) => this.replace(index, next) })}
        </div>`;
      })}
      <select aria-label="Add a step" @change=${(event: Event) => this.add(event, starts.at(-1)!)}>
        <option value="" selected>Add a step…</option>
        ${verbNames.map((name) => html`<option value=${name}>${name}: ${verbSentences[name].toLowerCase()}</option>`)}
      </select>
    </div>`;
  }
}
