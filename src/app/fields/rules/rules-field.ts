import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Rule, SegmentRule } from "../../../schema/rules.ts";
import type { ColumnShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import { fieldStyles } from "../field-styles.ts";
import "./rule-list.ts";

/**
 * Segments, each with a name and the rules its customers meet.
 * @fires change - `detail` is the new list of segments.
 */
@customElement("rules-field")
export class RulesField extends LitElement {
  static override styles = fieldStyles;

  @property({ attribute: false }) columns: readonly ColumnShape[] = [];
  @property({ attribute: false }) segments: readonly SegmentRule[] = [];

  private fire(segments: readonly SegmentRule[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: segments }));
  }

  private replace(index: number, segment: SegmentRule): void {
    this.fire(this.segments.map((old, at) => (at === index ? segment : old)));
  }

  private add(): void {
    const taken = new Set(this.segments.map(({ name }) => name));
    let number = this.segments.length + 1;
    while (taken.has(`segment ${number}`)) number++;
    this.fire([...this.segments, { name: `segment ${number}`, rules: [{ did: [], measure: "days", atLeast: 2 }] }]);
  }

  private segment(segment: SegmentRule, index: number): TemplateResult {
    const rename = (event: Event) => {
      const name = (event.target as HTMLInputElement).value.trim();
      if (name !== "") this.replace(index, { ...segment, name });
    };
    const change = (event: CustomEvent<Rule[]>) => {
      event.stopPropagation();
      this.replace(index, { ...segment, rules: event.detail });
    };
    return html`<div class="part" role="group" aria-label=${`Segment ${segment.name}`}>
      <div class="row">
        <input class="grow" aria-label="Name of the segment" .value=${segment.name} @change=${rename} />
        <button class="icon" aria-label=${`Remove ${segment.name}`} @click=${() => this.fire(this.segments.filter((_, at) => at !== index))}>
          ${icon("x", "small")}
        </button>
      </div>
      <rule-list .columns=${this.columns} .rules=${segment.rules} @change=${change}></rule-list>
    </div>`;
  }

  override render() {
    return html`<div class="stack">
      ${this.segments.map((segment, index) => this.segment(segment, index))}
      <button class="add" @click=${() => this.add()}>${icon("plus", "small")}Segment</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rules-field": RulesField;
  }
}
