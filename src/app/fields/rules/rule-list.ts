import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Rule } from "../../../schema/rules.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import { chipStyles } from "../chip-styles.ts";
import { fieldStyles } from "../field-styles.ts";
import "./rule-editor.ts";
import { borrowedWords, newRule, ruleSorts, sortOf, type RuleSort } from "./rule-words.ts";

/**
 * Rules that must all hold; groups nest.
 * @fires change - `detail` is the new list of rules.
 */
@customElement("rule-list")
export class RuleList extends LitElement {
  static override styles = [fieldStyles, chipStyles];

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) rules: readonly Rule[] = [];

  private fire(rules: readonly Rule[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: rules }));
  }

  private replace(index: number, rule: Rule): void {
    this.fire(this.rules.map((old, at) => (at === index ? rule : old)));
  }

  private get ofCustomers(): readonly ColumnShape[] {
    return this.columns.filter((column) => column.of === "customer");
  }

  private body(rule: Rule, index: number): TemplateResult {
    const sort = sortOf(rule);
    if (sort === "in") return html`<span class="small">${borrowedWords(rule)}</span>`;
    const group = "any" in rule ? "any" : "all" in rule ? "all" : "not" in rule ? "not" : null;
    if (group !== null) {
      const inner = (rule as unknown as Record<string, Rule[]>)[group]!;
      const change = (event: CustomEvent<Rule[]>) => {
        event.stopPropagation();
        this.replace(index, { [group]: event.detail } as unknown as Rule);
      };
      return html`<rule-list .columns=${this.columns} .rules=${inner} @change=${change}></rule-list>`;
    }
    const change = (event: CustomEvent<Rule>) => {
      event.stopPropagation();
      this.replace(index, event.detail);
    };
    return html`<rule-editor .columns=${this.columns} .ofCustomers=${this.ofCustomers} .rule=${rule} @change=${change}></rule-editor>`;
  }

  private rule(rule: Rule, index: number): TemplateResult {
    const sort = sortOf(rule);
    const choose = (event: Event) =>
      this.replace(index, newRule((event.target as HTMLSelectElement).value as RuleSort, this.ofCustomers[0]?.name ?? ""));
    return html`<div class="part" role="group" aria-label=${sort === "in" ? "Borrowed customers" : ruleSorts[sort]}>
      <div class="row">
        ${
          sort === "in"
            ? html`<span class="small grow">Customers</span>`
            : html`<select class="grow" aria-label="Rule" @change=${choose}>
                ${this.offered(sort).map((other) => html`<option value=${other} ?selected=${other === sort}>${ruleSorts[other]}</option>`)}
              </select>`
        }
        <button class="icon" aria-label="Remove the rule" @click=${() => this.fire(this.rules.filter((_, at) => at !== index))}>
          ${icon("x", "small")}
        </button>
      </div>
      ${this.body(rule, index)}
    </div>`;
  }

  private offered(sort: RuleSort): (keyof typeof ruleSorts)[] {
    const all = Object.keys(ruleSorts) as (keyof typeof ruleSorts)[];
    return all.filter((other) => other !== "attribute" || sort === "attribute" || this.ofCustomers.length > 0);
  }

  override render() {
    return html`<div class="stack">
      ${this.rules.length === 0 ? html`<p class="hint">Every customer, until there is a rule.</p>` : nothing}
      ${this.rules.map((rule, index) => this.rule(rule, index))}
      <button class="add" @click=${() => this.fire([...this.rules, newRule("did", "")])}>
        ${icon("plus", "small")}${this.rules.length === 0 ? "Rule" : "And"}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rule-list": RuleList;
  }
}
