import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ColumnType } from "../../../schema/column.ts";
import type { ColumnCondition, Operator } from "../../../schema/conditions.ts";
import type { Json } from "../../../schema/json.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { columnSelect } from "../column/column-select.ts";
import { fieldStyles } from "../field-styles.ts";
import { operatorOf, operatorWords, valueWords } from "./words.ts";

const suited: Record<ColumnType, Operator[]> = {
  text: ["is", "isNot", "in", "notIn", "contains", "matches", "missing"],
  number: ["is", "isNot", "atLeast", "atMost", "above", "below", "missing"],
  integer: ["is", "isNot", "atLeast", "atMost", "above", "below", "missing"],
  boolean: ["is", "missing"],
  time: ["atLeast", "below", "atMost", "above", "missing"],
};

/** One comparison of one column. Fires `change` with the condition once it is whole. */
@customElement("condition-editor")
export class ConditionEditor extends LitElement {
  static override styles = fieldStyles;

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) condition: ColumnCondition = { column: "" };

  private get shape(): ColumnShape | undefined {
    return this.columns.find((column) => column.name === this.condition.column);
  }

  private fire(condition: ColumnCondition): void {
    this.condition = condition;
    this.dispatchEvent(new CustomEvent("change", { detail: condition }));
  }

  private chooseColumn(column: string | null): void {
    if (column === null) return;
    const type = this.columns.find((shape) => shape.name === column)?.type ?? "text";
    const operator = suited[type].includes(operatorOf(this.condition)) ? operatorOf(this.condition) : suited[type][0]!;
    this.fire({ column, [operator]: type === "boolean" ? true : "" });
  }

  private chooseOperator(event: Event): void {
    const operator = (event.target as HTMLSelectElement).value as Operator;
    const before = this.condition[operatorOf(this.condition)];
    const list = operator === "in" || operator === "notIn";
    const text = typeof before === "boolean" ? "" : valueWords(before);
    this.fire({ column: this.condition.column, [operator]: operator === "missing" ? true : list ? this.list(text) : this.typed(text) });
  }

  private list(text: string): Json[] {
    return text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => this.typed(part));
  }

  private typed(text: string): Json {
    const isNumber = this.shape?.type === "number" || this.shape?.type === "integer";
    return isNumber && text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  }

  private write(event: Event): void {
    const operator = operatorOf(this.condition);
    const { value } = event.target as HTMLInputElement;
    this.fire({ column: this.condition.column, [operator]: operator === "in" || operator === "notIn" ? this.list(value) : this.typed(value) });
  }

  private value(operator: Operator) {
    const value = this.condition[operator];
    const { shape } = this;
    if (operator === "missing" || shape?.type === "boolean") {
      const words = operator === "missing" ? ["is missing", "is not missing"] : ["true", "false"];
      return html`<select
        aria-label="Value"
        @change=${(event: Event) => this.fire({ column: this.condition.column, [operator]: (event.target as HTMLSelectElement).selectedIndex === 0 })}
      >
        <option ?selected=${value === true}>${words[0]}</option>
        <option ?selected=${value === false}>${words[1]}</option>
      </select>`;
    }
    const text = valueWords(value);
    return html`<input
        aria-label="Value"
        type=${shape?.type === "time" ? "date" : "text"}
        list="values"
        placeholder=${operator === "in" || operator === "notIn" ? "one, another" : ""}
        .value=${text}
        @change=${this.write}
      /><datalist id="values">
        ${repeat(
          shape?.top ?? [],
          (word) => word,
          (word) => html`<option value=${word}></option>`,
        )}
      </datalist>`;
  }

  override render() {
    const operator = operatorOf(this.condition);
    const offered = suited[this.shape?.type ?? "text"];
    const operators = offered.includes(operator) ? offered : [operator, ...offered];
    return html`<div class="stack">
      ${columnSelect({ columns: this.columns, value: this.condition.column || null, choose: (column) => this.chooseColumn(column) })}
      <div class="pair">
        <select aria-label="Comparison" @change=${this.chooseOperator}>
          ${operators.map((word) => html`<option value=${word} ?selected=${word === operator}>${operatorWords[word]}</option>`)}
        </select>
        ${this.value(operator)}
      </div>
    </div>`;
  }
}
