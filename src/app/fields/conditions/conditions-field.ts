import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ColumnCondition, Condition } from "../../../schema/conditions.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import { chipStyles } from "../chip-styles.ts";
import { fieldStyles } from "../field-styles.ts";
import "./condition-editor.ts";
import { conditionWords, operatorOf } from "./words.ts";

const isWhole = (condition: ColumnCondition): boolean => {
  const value = condition[operatorOf(condition)];
  return condition.column !== "" && value !== "" && value !== undefined && !(Array.isArray(value) && value.length === 0);
};

/**
 * A list of conditions as chips, all of which must hold; "or" groups nest.
 * @fires change - `detail` is the new list.
 */
@customElement("conditions-field")
export class ConditionsField extends LitElement {
  static override styles = [fieldStyles, chipStyles];

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) conditions: readonly Condition[] = [];
  /** The words on the button that adds a condition. */
  @property() words = "Condition";
  /** Which condition is open for editing; its length when a new one is. */
  @state() private open: number | null = null;
  @state() private draft: ColumnCondition = { column: "" };

  private fire(conditions: Condition[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: conditions }));
  }

  private edit(index: number): void {
    if (this.open === index) {
      this.open = null;
      return;
    }
    const condition = this.conditions[index];
    this.draft = condition !== undefined && "column" in condition ? condition : { column: "" };
    this.open = index;
  }

  private change(event: CustomEvent<ColumnCondition>): void {
    event.stopPropagation();
    this.draft = event.detail;
    if (!isWhole(this.draft) || this.open === null) return;
    const next = [...this.conditions];
    next[this.open] = this.draft;
    this.fire(next);
  }

  private takeOut(index: number): void {
    this.open = null;
    this.fire(this.conditions.filter((_, at) => at !== index));
  }

  private group(index: number, condition: Condition): TemplateResult {
    const key = "any" in condition ? "any" : "all" in condition ? "all" : "not";
    const inner = (condition as unknown as Record<string, Condition[]>)[key]!;
    const change = (event: CustomEvent<Condition[]>) => {
      event.stopPropagation();
      const next = [...this.conditions];
      next[index] = { [key]: event.detail } as unknown as Condition;
      this.fire(next);
    };
    const words = { any: "Any of these", all: "All of these", not: "None of these" }[key];
    return html`<div class="part" role="group" aria-label=${words}>
      <div class="row">
        <span class="small grow">${words}</span>
        <button class="icon" aria-label="Remove the group" @click=${() => this.takeOut(index)}>${icon("x", "small")}</button>
      </div>
      <conditions-field .columns=${this.columns} .conditions=${inner} @change=${change}></conditions-field>
    </div>`;
  }

  private chip(index: number, condition: Condition): TemplateResult {
    const editable = "column" in condition;
    return html`<span class="chip" ?data-open=${this.open === index}
      ><button ?disabled=${!editable} aria-expanded=${editable ? String(this.open === index) : "false"} @click=${() => this.edit(index)}>
        ${conditionWords(condition)}</button
      ><button aria-label=${`Remove ${conditionWords(condition)}`} @click=${() => this.takeOut(index)}>${icon("x", "small")}</button></span
    >`;
  }

  override render() {
    const isGroup = (condition: Condition) => "any" in condition || "all" in condition || "not" in condition;
    const { length } = this.conditions;
    return html`<div class="stack">
      <div class="box">
        ${this.conditions.map((condition, index) => (isGroup(condition) ? "" : this.chip(index, condition)))}
        <button class="add" @click=${() => this.edit(length)}>${length === 0 ? html`${icon("plus", "small")}${this.words}` : "and…"}</button>
        ${length === 0 ? "" : html`<button class="add" @click=${() => this.fire([...this.conditions, { any: [] }])}>any of…</button>`}
      </div>
      ${
        this.open === null ? "" : html`<condition-editor .columns=${this.columns} .condition=${this.draft} @change=${this.change}></condition-editor>`
      }
      ${this.conditions.map((condition, index) => (isGroup(condition) ? this.group(index, condition) : ""))}
    </div>`;
  }
}
