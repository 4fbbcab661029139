import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Condition } from "../../../schema/conditions.ts";
import type { Json } from "../../../schema/json.ts";
import type { DurationSpec } from "../../../schema/parameter.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { mostSteps, stepLabel, type FunnelStep } from "../../../schema/steps.ts";
import { icon } from "../../icons/icon.ts";
import "../conditions/conditions-field.ts";
import { field as durationField } from "../duration/field.ts";
import type { FieldContext } from "../field.ts";
import { fieldStyles } from "../field-styles.ts";

/** The step without one of its parts, or with another value of it. */
function withPart<K extends keyof FunnelStep>(step: FunnelStep, key: K, value: FunnelStep[K] | undefined): FunnelStep {
  const { [key]: _, ...rest } = step;
  return (value === undefined ? rest : { ...rest, [key]: value }) as FunnelStep;
}

/**
 * Steps in their order, each with a name, its conditions, and on demand what must hold on the way to it.
 * @fires change - `detail` is the new list of steps.
 */
@customElement("steps-field")
export class StepsField extends LitElement {
  static override styles = fieldStyles;

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) steps: readonly FunnelStep[] = [];
  /** The step whose limits are shown. */
  @state() private open: number | null = null;

  private fire(steps: readonly FunnelStep[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: steps }));
  }

  private replace(index: number, step: FunnelStep): void {
    this.fire(this.steps.map((old, at) => (at === index ? step : old)));
  }

  private move(index: number): void {
    const next = [...this.steps];
    [next[index - 1], next[index]] = [next[index]!, next[index - 1]!];
    this.fire(next);
  }

  private conditions(words: string, conditions: readonly Condition[], write: (conditions: Condition[]) => void): TemplateResult {
    const change = (event: CustomEvent<Condition[]>) => {
      event.stopPropagation();
      write(event.detail);
    };
    return html`<conditions-field .words=${words} .columns=${this.columns} .conditions=${conditions} @change=${change}></conditions-field>`;
  }

  private limits(step: FunnelStep, index: number): TemplateResult {
    const within: FieldContext<DurationSpec> = {
      id: `within-${index}`,
      name: "within",
      spec: { type: "duration", optional: true },
      value: step.within,
      set: (value: Json | undefined) => this.replace(index, withPart(step, "within", typeof value === "string" ? value : undefined)),
      params: {},
      shapes: new Map(),
      own: null,
      files: [],
    };
    const anchor = (event: Event) => this.replace(index, withPart(step, "anchored", (event.target as HTMLInputElement).checked ? true : undefined));
    return html`${
        index === 0
          ? nothing
          : html`<div><label class="small" for=${within.id}>At most so long after the step before</label>${durationField(within)}</div>`
      }
      ${
        index === this.steps.length - 1
          ? nothing
          : html`<div>
              <span class="small">None of these before the next step</span>
              ${this.conditions("Event", step.except ?? [], (except) => this.replace(index, withPart(step, "except", except.length === 0 ? undefined : except)))}
            </div>`
      }
      <label class="small"
        ><input type="checkbox" .checked=${step.anchored === true} @change=${anchor} /> Keeps its place when the order is free</label
      >`;
  }

  private step(step: FunnelStep, index: number): TemplateResult {
    const rename = (event: Event) => this.replace(index, withPart(step, "name", (event.target as HTMLInputElement).value.trim() || undefined));
    const label = stepLabel(step, index);
    return html`<div class="part" role="group" aria-label=${`Step ${index + 1}, ${label}`}>
      <div class="row">
        <span class="small">${index + 1}</span>
        <input class="grow" aria-label="Name of the step" placeholder=${label} .value=${step.name ?? ""} @change=${rename} />
        ${
          index === 0
            ? nothing
            : html`<button class="icon" aria-label=${`Move ${label} up`} @click=${() => this.move(index)}>${icon("arrow-up", "small")}</button>`
        }
        <button class="icon" aria-label=${`Remove ${label}`} @click=${() => this.fire(this.steps.filter((_, at) => at !== index))}>
          ${icon("x", "small")}
        </button>
      </div>
      ${this.conditions("Any event", step.where, (where) => this.replace(index, { ...step, where }))}
      ${
        this.open === index
          ? this.limits(step, index)
          : html`<button class="add" @click=${() => (this.open = index)}>${icon("plus", "small")}Limits</button>`
      }
    </div>`;
  }

  override render() {
    return html`<div class="stack">
      ${this.steps.map((step, index) => this.step(step, index))}
      ${
        this.steps.length >= mostSteps
          ? nothing
          : html`<button class="add" @click=${() => this.fire([...this.steps, { where: [] }])}>${icon("plus", "small")}Step</button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "steps-field": StepsField;
  }
}
