import { html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AttributeLine } from "../../../schema/mapping.ts";
import type { InputShape } from "../../../schema/shape.ts";
import { icon } from "../../icons/icon.ts";
import { chipStyles } from "../chip-styles.ts";
import { columnSelect } from "../column/column-select.ts";
import { columnList } from "../columns/column-list.ts";
import { columnsOf } from "../field.ts";
import { fieldStyles } from "../field-styles.ts";

/**
 * Tables that say what customers are, and which of their columns to take.
 * @fires change - `detail` is the new list of lines.
 */
@customElement("attributes-field")
export class AttributesField extends LitElement {
  static override styles = [fieldStyles, chipStyles];

  @property({ attribute: false }) lines: readonly AttributeLine[] = [];
  @property({ attribute: false }) tables: readonly string[] = [];
  @property({ attribute: false }) shapes: ReadonlyMap<string, InputShape> = new Map();

  private fire(lines: AttributeLine[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: lines }));
  }

  private replace(index: number, line: AttributeLine): void {
    this.fire(this.lines.map((old, at) => (at === index ? line : old)));
  }

  private add(): void {
    const from = this.tables[0] ?? "";
    const columns = columnsOf(this.shapes, from);
    this.fire([...this.lines, { from, customer: columns[0]?.name ?? "", columns: columns.slice(1, 3).map((column) => column.name) }]);
  }

  private line(line: AttributeLine, index: number): TemplateResult {
    const columns = columnsOf(this.shapes, line.from);
    const known = this.tables.includes(line.from) ? this.tables : [line.from, ...this.tables];
    const since = columns.filter((column) => column.type === "time");
    return html`<div class="part" role="group" aria-label=${`Attributes of ${line.from}`}>
      <div class="row">
        <select
          class="mono grow"
          aria-label="Table"
          @change=${(event: Event) => this.replace(index, { ...line, from: (event.target as HTMLSelectElement).value })}
        >
          ${known.map((name) => html`<option ?selected=${name === line.from}>${name}</option>`)}</select
        ><button class="icon" aria-label=${`Remove ${line.from}`} @click=${() => this.fire(this.lines.filter((_, at) => at !== index))}>
          ${icon("x", "small")}
        </button>
      </div>
      <div>
        <span class="small">Customer</span>
        ${columnSelect({ label: "Customer", columns, value: line.customer, choose: (name) => name !== null && this.replace(index, { ...line, customer: name }) })}
      </div>
      <div>
        <span class="small">Columns</span>
        ${columnList({
          columns: columns.filter((column) => column.name !== line.customer),
          value: line.columns,
          choose: (chosen) => chosen.length > 0 && this.replace(index, { ...line, columns: chosen }),
        })}
      </div>
      <div>
        <span class="small">Known since</span>
        ${columnSelect({
          label: "Known since",
          columns: since,
          value: line.asOf ?? null,
          none: "always",
          choose: (name) => {
            const { asOf: _, ...rest } = line;
            this.replace(index, name === null ? rest : { ...rest, asOf: name });
          },
        })}
      </div>
    </div>`;
  }

  override render() {
    return html`<div class="stack">
      ${this.lines.map((line, index) => this.line(line, index))}
      <button class="add" aria-disabled=${this.tables.length === 0} @click=${() => this.tables.length > 0 && this.add()}>
        ${icon("plus", "small")}Table
      </button>
    </div>`;
  }
}
