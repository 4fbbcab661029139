import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Condition } from "../../../schema/conditions.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { stageStates, usualStages, type StageRule, type StageState, type StateCondition } from "../../../schema/stages.ts";
import { icon } from "../../icons/icon.ts";
import "../conditions/conditions-field.ts";
import { fieldStyles } from "../field-styles.ts";

const stateWords: Record<StageState, string> = {
  purchases: "Earlier purchases",
  days_since_purchase: "Days since the last purchase",
  events: "Earlier events",
  last_nps: "Last NPS answer",
};

/**
 * Rules that each name a stage, the events that are of it, and what must have held of the customer before; the first that holds counts.
 * @fires change - `detail` is the new list of rules.
 */
@customElement("stages-field")
export class StagesField extends LitElement {
  static override styles = fieldStyles;

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) rules: readonly StageRule[] = [];

  private fire(rules: readonly StageRule[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: rules }));
  }

  private replace(index: number, rule: StageRule): void {
    this.fire(this.rules.map((old, at) => (at === index ? rule : old)));
  }

  private withStates({ stage, where }: StageRule, index: number, state: StateCondition[]): void {
    this.replace(index, { stage, where, ...(state.length === 0 ? {} : { state }) });
  }

  private state(rule: StageRule, index: number, condition: StateCondition, place: number): TemplateResult {
    const states = rule.state ?? [];
    const change = (next: StateCondition) =>
      this.withStates(
        rule,
        index,
        states.map((old, at) => (at === place ? next : old)),
      );
    const bound = (key: "atLeast" | "atMost", label: string) => {
      const write = (event: Event) => {
        const { value } = event.target as HTMLInputElement;
        const { [key]: _, ...rest } = condition;
        const next: StateCondition = value === "" ? rest : { ...rest, [key]: Number(value) };
        // Without any bound it would say nothing, so the last one stays.
        if (next.atLeast === undefined && next.atMost === undefined) this.requestUpdate();
        else change(next);
      };
      return html`<input
        type="number"
        aria-label=${`${stateWords[condition.of]}, ${label}`}
        placeholder=${label}
        step="any"
        .value=${condition[key] === undefined ? "" : String(condition[key])}
        @change=${write}
      />`;
    };
    const choose = (event: Event) => change({ ...condition, of: (event.target as HTMLSelectElement).value as StageState });
    return html`<div class="row">
        <select class="grow" aria-label="What held before" @change=${choose}>
          ${stageStates.map((of) => html`<option value=${of} ?selected=${of === condition.of}>${stateWords[of]}</option>`)}
        </select>
        <button
          class="icon"
          aria-label=${`Remove ${stateWords[condition.of].toLowerCase()}`}
          @click=${() =>
            this.withStates(
              rule,
              index,
              states.filter((_, at) => at !== place),
            )}
        >
          ${icon("x", "small")}
        </button>
      </div>
      <div class="pair">${bound("atLeast", "at least")}${bound("atMost", "at most")}</div>`;
  }

  private rule(rule: StageRule, index: number): TemplateResult {
    const rename = (event: Event) => {
      const stage = (event.target as HTMLInputElement).value.trim();
      if (stage !== "") this.replace(index, { ...rule, stage });
    };
    const where = (event: CustomEvent<Condition[]>) => {
      event.stopPropagation();
      this.replace(index, { ...rule, where: event.detail });
    };
    const states = rule.state ?? [];
    const moved = () => this.rules.map((old, at) => (at === index - 1 ? rule : at === index ? this.rules[index - 1]! : old));
    return html`<div class="part" role="group" aria-label=${`Stage ${rule.stage}`}>
      <div class="row">
        <input class="grow" aria-label="Name of the stage" list="stages" .value=${rule.stage} @change=${rename} />
        ${
          index === 0
            ? nothing
            : html`<button class="icon" aria-label=${`Ask for ${rule.stage} earlier`} @click=${() => this.fire(moved())}>
                ${icon("arrow-up", "small")}
              </button>`
        }
        <button class="icon" aria-label=${`Remove ${rule.stage}`} @click=${() => this.fire(this.rules.filter((_, at) => at !== index))}>
          ${icon("x", "small")}
        </button>
      </div>
      <conditions-field words="Any event" .columns=${this.columns} .conditions=${rule.where} @change=${where}></conditions-field>
      ${states.map((condition, place) => this.state(rule, index, condition, place))}
      <button class="add" @click=${() => this.withStates(rule, index, [...states, { of: "purchases", atLeast: 1 }])}>
        ${icon("plus", "small")}What held before
      </button>
    </div>`;
  }

  private add(): void {
    const named = new Set(this.rules.map(({ stage }) => stage));
    const stage = usualStages.find((usual) => !named.has(usual)) ?? `stage ${this.rules.length + 1}`;
    this.fire([...this.rules, { stage, where: [] }]);
  }

  override render() {
    return html`<div class="stack">
      ${this.rules.map((rule, index) => this.rule(rule, index))}
      <datalist id="stages">${usualStages.map((stage) => html`<option value=${stage}></option>`)}</datalist>
      <button class="add" @click=${() => this.add()}>${icon("plus", "small")}Stage</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "stages-field": StagesField;
  }
}
