import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ColumnCondition, Condition } from "../../../schema/conditions.ts";
import type { Json } from "../../../schema/json.ts";
import type { DidRule, PlaceRule, Rule, RuleMeasure, SequenceRule } from "../../../schema/rules.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import "../conditions/condition-editor.ts";
import "../conditions/conditions-field.ts";
import { field as durationField } from "../duration/field.ts";
import type { FieldContext } from "../field.ts";
import { fieldStyles } from "../field-styles.ts";
import type { DurationSpec } from "../../../schema/parameter.ts";

const measureWords: Record<RuleMeasure, string> = { times: "times", days: "different days", value: "value in all" };

/**
 * One rule, spelled out as a sentence with fields.
 * @fires change - `detail` is the new rule.
 */
@customElement("rule-editor")
export class RuleEditor extends LitElement {
  static override styles = fieldStyles;

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) ofCustomers: readonly ColumnShape[] = [];
  @property({ attribute: false }) rule!: Rule;

  private fire(rule: Rule): void {
    this.dispatchEvent(new CustomEvent("change", { detail: rule }));
  }

  private conditions(label: string, conditions: readonly Condition[], write: (conditions: Condition[]) => void): TemplateResult {
    const change = (event: CustomEvent<Condition[]>) => {
      event.stopPropagation();
      write(event.detail);
    };
    return html`<div>
      <span class="small">${label}</span>
      <conditions-field words="Any event" .columns=${this.columns} .conditions=${conditions} @change=${change}></conditions-field>
    </div>`;
  }

  private duration(label: string, value: string | undefined, write: (value: string | undefined) => void): TemplateResult {
    const spec: DurationSpec = { type: "duration", optional: true };
    const at: FieldContext<DurationSpec> = {
      id: "within",
      name: "within",
      spec,
      value,
      set: (set: Json | undefined) => write(typeof set === "string" ? set : undefined),
      params: {},
      shapes: new Map(),
      own: null,
      files: [],
    };
    return html`<div><label class="small" for="within">${label}</label>${durationField(at)}</div>`;
  }

  private within<R extends DidRule | SequenceRule>(label: string, rule: R): TemplateResult {
    return this.duration(label, rule.within, (value) => {
      const { within: _, ...rest } = rule;
      this.fire((value === undefined ? rest : { ...rest, within: value }) as unknown as Rule);
    });
  }

  private did(rule: DidRule): TemplateResult {
    const never = rule.atMost === 0;
    const bound = (key: "atLeast" | "atMost", label: string) => {
      const write = (event: Event) => {
        const { value } = event.target as HTMLInputElement;
        const { [key]: _, ...rest } = rule;
        this.fire(value === "" ? rest : { ...rest, [key]: Number(value) });
      };
      return html`<div>
        <label class="small" for=${key}>${label}</label
        ><input id=${key} type="number" min="0" step="any" .value=${rule[key] === undefined ? "" : String(rule[key])} @change=${write} />
      </div>`;
    };
    const measure = (event: Event) => this.fire({ ...rule, measure: (event.target as HTMLSelectElement).value as RuleMeasure });
    return html`${this.conditions("Events where", rule.did, (did) => this.fire({ ...rule, did }))}
    ${
      never
        ? nothing
        : html`<div class="pair">${bound("atLeast", "At least")}${bound("atMost", "At most")}</div>
            <div>
              <label class="small" for="measure">Counted in</label
              ><select id="measure" @change=${measure}>
                ${Object.entries(measureWords).map(
                  ([key, words]) => html`<option value=${key} ?selected=${key === (rule.measure ?? "times")}>${words}</option>`,
                )}
              </select>
            </div>`
    }
    ${this.within("In the last", rule)}`;
  }

  private place(rule: PlaceRule): TemplateResult {
    const isFirst = "first" in rule;
    const of = rule.of ?? [];
    const write = (conditions: Condition[]) => this.fire(isFirst ? { ...rule, first: conditions } : { ...rule, last: conditions });
    return html`${this.conditions("Of the events where", of, (list) => this.fire({ ...rule, of: list }))}
    ${this.conditions(isFirst ? "the first is one where" : "the last is one where", isFirst ? rule.first : rule.last, write)}`;
  }

  private sequence(rule: SequenceRule): TemplateResult {
    const replace = (index: number, step: Condition[]) =>
      this.fire({ ...rule, sequence: rule.sequence.map((old, at) => (at === index ? step : old)) });
    return html`${rule.sequence.map((step, index) => this.conditions(index === 0 ? "First" : "Then", step, (list) => replace(index, list)))}
      <button class="add" @click=${() => this.fire({ ...rule, sequence: [...rule.sequence, []] })}>${icon("plus", "small")}Step</button>
      ${this.within("All within", rule)}
      ${this.conditions("With none of these on the way", rule.without ?? [], (without) => this.without(rule, without))}`;
  }

  private without(rule: SequenceRule, without: Condition[]): void {
    const { without: _, ...rest } = rule;
    this.fire(without.length === 0 ? rest : { ...rest, without });
  }

  override render() {
    const { rule } = this;
    if ("did" in rule) return html`<div class="stack">${this.did(rule)}</div>`;
    if ("sequence" in rule) return html`<div class="stack">${this.sequence(rule)}</div>`;
    if ("first" in rule || "last" in rule) return html`<div class="stack">${this.place(rule)}</div>`;
    const change = (event: CustomEvent<ColumnCondition>) => {
      event.stopPropagation();
      this.fire(event.detail);
    };
    return html`<condition-editor .columns=${this.ofCustomers} .condition=${rule as ColumnCondition} @change=${change}></condition-editor>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rule-editor": RuleEditor;
  }
}
