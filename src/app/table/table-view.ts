import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { number } from "../../figures/formats/number.ts";
import type { Column } from "../../schema/column.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { isNumeric, tableCell } from "./table-cell.ts";
import { pageOf, type Order, type Page, type TableSource } from "./table-rows.ts";
import { tableStyles } from "./table-styles.ts";

const pageSize = 100;
const typeIcons = { number: "hash", integer: "hash", boolean: "toggle-left", time: "calendar", text: "type" } as const;

/** The tables of a cell, a page of rows at a time. Fires `close-table`. */
@customElement("table-view")
export class TableView extends LitElement {
  @property() cell = "";
  @property({ attribute: false }) sources: readonly TableSource[] = [];
  @property() timezone = "UTC";
  @state() private chosen = 0;
  @state() private from = 0;
  @state() private order: Order | null = null;
  @state() private page: Page | null = null;
  @state() private trouble = "";
  #asked = 0;

  static override styles = [controls, tableStyles];

  private get source(): TableSource | undefined {
    return this.sources[this.chosen] ?? this.sources[0];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cell")) {
      this.chosen = 0;
      this.from = 0;
      this.order = null;
      this.page = null;
    }
    const asks: PropertyKey[] = ["cell", "sources", "chosen", "from", "order"];
    if ([...changed.keys()].some((name) => asks.includes(name))) void this.#load();
  }

  async #load(): Promise<void> {
    const { source } = this;
    const turn = ++this.#asked;
    if (source === undefined) return;
    try {
      const page = await pageOf(source, this.from, this.from + pageSize, this.order);
      if (turn !== this.#asked) return;
      this.page = page;
      this.trouble = "";
    } catch (error) {
      if (turn === this.#asked) this.trouble = error instanceof Error ? error.message : "These rows could not be read.";
    }
  }

  #choose(index: number): void {
    this.chosen = index;
    this.from = 0;
    this.order = null;
    this.page = null;
  }

  #sort(column: string): void {
    const isSame = this.order?.column === column;
    this.order = isSame && this.order!.descending ? null : { column, descending: isSame };
    this.from = 0;
  }

  #heading(column: Column): TemplateResult {
    const sorted = this.order?.column === column.name ? (this.order.descending ? "descending" : "ascending") : "none";
    return html`<th scope="col" class=${isNumeric(column) ? "number" : ""} aria-sort=${sorted}>
      <button title="Order by this column" @click=${() => this.#sort(column.name)}>
        ${icon(typeIcons[column.type], "small")}<span class="mono">${column.name}</span>
        ${sorted === "none" ? nothing : icon(sorted === "ascending" ? "arrow-up" : "arrow-down", "small")}
      </button>
      ${column.unit === undefined ? nothing : html`<span class="unit">${column.unit}</span>`}
    </th>`;
  }

  #pager(total: number): TemplateResult {
    const last = Math.min(total, this.from + pageSize);
    const go = (from: number): void => {
      this.from = Math.max(0, Math.min(from, Math.floor(Math.max(0, total - 1) / pageSize) * pageSize));
      this.renderRoot.querySelector(".rows")?.scrollTo({ top: 0 });
    };
    const locale = navigator.language;
    const button = (name: string, glyph: string, from: number, can: boolean) =>
      html`<button class="square small" title=${name} aria-label=${name} aria-disabled=${can ? "false" : "true"} @click=${() => can && go(from)}>
        ${icon(glyph, "small")}
      </button>`;
    return html`<div class="foot">
      <span>${this.order === null ? "in its own order" : `ordered by ${this.order.column}, ${this.order.descending ? "falling" : "rising"}`}</span>
      <span class="space"></span>
      ${button("Rows before", "chevron-left", this.from - pageSize, this.from > 0)}
      <span>rows ${number(Math.min(total, this.from + 1), locale)}–${number(last, locale)} of ${number(total, locale)}</span>
      ${button("Rows after", "chevron-right", this.from + pageSize, last < total)}
    </div>`;
  }

  protected override render() {
    const { source, page } = this;
    if (source === undefined) return nothing;
    const { table } = source;
    const total = source.fetch === null ? table.rows : (table.truncatedFrom ?? table.rows);
    const columns = page?.table.columns ?? table.columns;
    return html`<div class="head">
        <button
          class="square"
          title="Back to the notebook"
          aria-label="Back to the notebook"
          @click=${() => this.dispatchEvent(new CustomEvent("close-table"))}
        >
          ${icon("chevron-left")}
        </button>
        ${icon("table-2")}
        <h1 class="mono">${this.cell}</h1>
        <span class="size">${number(total, navigator.language)} rows, ${columns.length} columns</span>
        <span class="space"></span>
        <div class="choice" role="group" aria-label="Table">
          ${this.sources.map(
            ({ name }, index) =>
              html`<button class="button small" aria-pressed=${source === this.sources[index] ? "true" : "false"} @click=${() => this.#choose(index)}>
                ${name}
              </button>`,
          )}
        </div>
      </div>
      <div class="rows" tabindex="0" role="region" aria-label=${`Rows of ${this.cell}`}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="count"><span class="unseen">Row</span></th>
              ${columns.map((column) => this.#heading(column))}
            </tr>
          </thead>
          <tbody>
            ${page?.rows.map(
              (row, index) =>
                html`<tr>
                  <td class="count">${number(this.from + index + 1, navigator.language)}</td>
                  ${columns.map((column) => html`<td class=${isNumeric(column) ? "number" : ""}>${tableCell(column, row, this.timezone)}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
        ${total === 0 ? html`<p class="none">This table has no rows.</p>` : nothing}
        ${this.trouble === "" ? nothing : html`<p class="none">${this.trouble}</p>`}
      </div>
      ${this.#pager(total)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "table-view": TableView;
  }
}
