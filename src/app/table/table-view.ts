import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Narrowed } from "../../engine/protocol.ts";
import type { ColumnCondition } from "../../schema/conditions.ts";
import type { Column } from "../../schema/column.ts";
import type { Table } from "../../schema/table.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { columnHead } from "./column-head.ts";
import { downloadTable, type SavedAs } from "./download-table.ts";
import { movedBy } from "./grid-keys.ts";
import { gridRow } from "./grid-row.ts";
import { columnsInView, firstInView, gridHeight, rowHeight, scrollTo } from "./grid-window.ts";
import { boundsOf, selectionSums, selectionTsv, type Selected } from "./selection.ts";
import { isNumeric } from "./table-cell.ts";
import { tableVerbs } from "./table-verbs.ts";
import { pageOf, rowsOf, type Order, type Page, type TableSource } from "./table-rows.ts";
import "./filter-bar.ts";
import { tableFoot } from "./table-foot.ts";
import { tableHead } from "./table-head.ts";
import { tableStyles } from "./table-styles.ts";

const pageSize = 200;
/** Pages kept beside those in view. */
const mostPages = 40;
/** Cells copied or added up at most. */
const mostCells = 500_000;
const countWidth = 84;
const headHeight = 88;
const typeIcons = { number: "hash", integer: "hash", boolean: "toggle-left", time: "calendar", text: "type" } as const;
const iconOf = ({ role, type }: Column): string => (role === "customer" ? "key-round" : role === "rate" ? "percent" : typeIcons[type]);
const widths = { number: 120, integer: 110, boolean: 104, time: 148, text: 176 } as const;
const widthOf = ({ name, type }: Column): number => Math.min(280, Math.max(widths[type], name.length * 8 + 52));

/**
 * The tables of a cell: rows and columns in view are drawn, and rows are asked for page by page.
 * @fires close-table - When the reader goes back to the notebook.
 * @fires make-cell - When what is shown is to be a cell: its `table` and `verbs`.
 */
@customElement("table-view")
export class TableView extends LitElement {
  @property() cell = "";
  @property({ attribute: false }) sources: readonly TableSource[] = [];
  @property() timezone = "UTC";
  @state() private chosen = 0;
  @state() private order: Order | null = null;
  @state() private search = "";
  @state() private where: readonly ColumnCondition[] = [];
  @state() private total = 0;
  @state() private summary: Table | null = null;
  @state() private selected: Selected | null = null;
  @state() private sums: readonly string[] = [];
  @state() private trouble = "";
  @state() private saving: number | null = null;
  @query(".rows") private readonly scroller!: HTMLElement | null;
  readonly #pages = new Map<number, Page>();
  readonly #pending = new Set<number>();
  #turn = 0;

  static override styles = [controls, tableStyles];

  private get source(): TableSource | undefined {
    return this.sources[this.chosen] ?? this.sources[0];
  }

  private get narrowed(): Narrowed {
    const { search, where, timezone } = this;
    return { ...(search === "" ? {} : { search }), ...(where.length === 0 ? {} : { where, timezone }) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("cell")) this.#choose(0);
    const asks: PropertyKey[] = ["cell", "sources", "chosen", "order", "search", "where"];
    if ([...changed.keys()].some((name) => asks.includes(name)))
      this.#start(changed.has("cell") || changed.has("sources") || [...changed.keys()].some((name: PropertyKey) => name === "chosen"));
  }

  protected override updated(): void {
    this.#fetchInView();
  }

  /** Begins anew with what is shown: forgets its pages, and asks for the summary where the table is another. */
  #start(isOther: boolean): void {
    const turn = ++this.#turn;
    this.#pages.clear();
    this.#pending.clear();
    const { source } = this;
    this.total = source === undefined ? 0 : rowsOf(source);
    this.trouble = "";
    void this.#load(0);
    if (!isOther) return;
    this.summary = null;
    void this.#summarise(turn);
  }

  /** Asks what each column holds; a head without its histogram does for a table whose result is gone. */
  async #summarise(turn: number): Promise<void> {
    const summary = (await this.source?.fetch?.(0, 0, null, { summary: true }).catch(() => null)) ?? null;
    if (turn === this.#turn) this.summary = summary;
  }

  async #load(index: number): Promise<void> {
    const { source } = this;
    if (source === undefined || this.#pages.has(index) || this.#pending.has(index)) return;
    const turn = this.#turn;
    this.#pending.add(index);
    try {
      const page = await pageOf(source, index * pageSize, (index + 1) * pageSize, this.order, this.narrowed);
      if (turn !== this.#turn) return;
      if (this.#pages.size >= mostPages) this.#pages.delete(this.#pages.keys().next().value!);
      this.#pages.set(index, page);
      this.total = page.total;
      this.requestUpdate();
    } catch (error) {
      if (turn === this.#turn) this.trouble = error instanceof Error ? error.message : "These rows could not be read.";
    } finally {
      if (turn === this.#turn) this.#pending.delete(index);
    }
  }

  get #view(): { first: number; hidden: number; count: number; height: number } {
    const height = Math.max(rowHeight, (this.scroller?.clientHeight ?? 600) - headHeight);
    const { row, hidden } = firstInView(this.scroller?.scrollTop ?? 0, height, this.total);
    return { first: row, hidden, height, count: Math.min(this.total - row, Math.ceil(height / rowHeight) + 1) };
  }

  #fetchInView(): void {
    const { first, count } = this.#view;
    if (this.trouble !== "" || this.total === 0) return;
    for (let page = Math.floor(first / pageSize); page <= Math.floor((first + Math.max(0, count - 1)) / pageSize); page++) void this.#load(page);
  }

  #choose(index: number): void {
    this.chosen = index;
    this.order = null;
    this.search = "";
    this.where = [];
    this.selected = null;
    this.sums = [];
    this.scroller?.scrollTo({ top: 0, left: 0 });
  }

  #sort(column: string): void {
    const isSame = this.order?.column === column;
    this.order = isSame && this.order!.descending ? null : { column, descending: isSame };
    this.selected = null;
    this.scroller?.scrollTo({ top: 0 });
  }

  #select(row: number, column: number, isExtended: boolean): void {
    const columns = this.source?.table.columns.length ?? 0;
    const [toRow, toColumn] = [Math.max(0, Math.min(this.total - 1, row)), Math.max(0, Math.min(columns - 1, column))];
    const from = isExtended && this.selected !== null ? this.selected : { row: toRow, column: toColumn };
    this.selected = { row: from.row, column: from.column, toRow, toColumn };
    this.#reveal(toRow, toColumn);
    void this.#addUp();
  }

  /** Scrolls as little as brings a cell into view. */
  #reveal(row: number, column: number): void {
    const { scroller, source } = this;
    if (scroller === null || source === undefined) return;
    const { first, height } = this.#view;
    const whole = Math.floor(height / rowHeight);
    if (row < first + 1) scroller.scrollTop = scrollTo(Math.max(0, row), height, this.total);
    else if (row >= first + whole) scroller.scrollTop = scrollTo(row - whole + 1, height, this.total);
    const left = source.table.columns.slice(0, column).reduce((sum, one) => sum + widthOf(one), 0);
    const right = left + widthOf(source.table.columns[column]!);
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + scroller.clientWidth - countWidth) scroller.scrollLeft = right - scroller.clientWidth + countWidth;
  }

  /** The selected rows, or null where they are too many. */
  async #selectedPage(): Promise<Page | null> {
    const { source, selected } = this;
    if (source === undefined || selected === null) return null;
    const { top, bottom, left, right } = boundsOf(selected);
    if ((bottom - top + 1) * (right - left + 1) > mostCells) return null;
    return pageOf(source, top, bottom + 1, this.order, this.narrowed);
  }

  async #addUp(): Promise<void> {
    const { selected } = this;
    const page = await this.#selectedPage().catch(() => null);
    if (selected === null || selected !== this.selected) return;
    const { left, right } = boundsOf(selected);
    this.sums = page === null ? [] : selectionSums(page, left, right, navigator.language);
  }

  async #copy(): Promise<void> {
    const page = await this.#selectedPage();
    if (page === null || this.selected === null) return;
    const { left, right } = boundsOf(this.selected);
    await navigator.clipboard.writeText(selectionTsv(page, left, right, this.timezone));
  }

  async #download(format: SavedAs): Promise<void> {
    const { source } = this;
    if (source === undefined || this.saving !== null) return;
    this.saving = 0;
    try {
      await downloadTable(
        source,
        { name: `${this.cell}-${source.name}`, rows: this.total, order: this.order, narrowed: this.narrowed },
        format,
        (share) => (this.saving = share),
      );
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : "The rows could not be saved.";
    } finally {
      this.saving = null;
    }
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const { selected } = this;
    if ((event.ctrlKey || event.metaKey) && event.key === "c" && selected !== null) {
      event.preventDefault();
      event.stopPropagation();
      void this.#copy();
      return;
    }
    const page = Math.max(1, Math.floor(this.#view.height / rowHeight) - 1);
    const last = (this.source?.table.columns.length ?? 1) - 1;
    const move = movedBy(event, selected === null ? { row: 0, column: 0 } : { row: selected.toRow, column: selected.toColumn }, {
      page,
      last,
      rows: this.total,
    });
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (selected === null) this.#select(this.#view.first, 0, false);
    else this.#select(move.row, move.column, event.shiftKey);
  };

  readonly #onPointer = (event: PointerEvent): void => {
    const cell = event.composedPath().find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset["row"] !== undefined);
    if (cell === undefined || (event.type === "pointerover" && event.buttons !== 1)) return;
    this.#select(Number(cell.dataset["row"]), Number(cell.dataset["column"]), event.shiftKey || event.type === "pointerover");
  };

  #heading(column: Column, place: number): TemplateResult {
    const sorted = this.order?.column === column.name ? (this.order.descending ? "descending" : "ascending") : "none";
    const glyph = sorted === "none" ? nothing : icon(sorted === "ascending" ? "arrow-up" : "arrow-down", "small");
    const unit = column.unit === undefined ? "" : `, ${column.unit}`;
    return html`<th
      scope="col"
      role="columnheader"
      aria-colindex=${place + 2}
      class=${isNumeric(column) ? "number" : ""}
      aria-sort=${sorted}
      style="width: ${widthOf(column)}px"
    >
      <button title=${`Order by ${column.name}${unit}`} @click=${() => this.#sort(column.name)}>
        ${icon(iconOf(column), "small")}<span class="mono name">${column.name}</span>${glyph}
      </button>
      ${columnHead(column, this.source?.fetch === null ? null : this.summary, place, this.source === undefined ? 0 : rowsOf(this.source), this.timezone)}
    </th>`;
  }

  #row(row: number, columns: readonly Column[], from: number, to: number, gaps: readonly [number, number]): TemplateResult {
    const page = this.#pages.get(Math.floor(row / pageSize));
    const place = page?.rows[row % pageSize];
    const { selected, timezone } = this;
    return gridRow({ row, columns: page?.table.columns ?? columns, place, from, to: Math.min(to, columns.length), gaps, selected, timezone });
  }

  #grid(source: TableSource): TemplateResult {
    const { columns } = source.table;
    const { first, hidden, count } = this.#view;
    const all = columns.map(widthOf);
    const { from, to } = columnsInView(all, this.scroller?.scrollLeft ?? 0, this.scroller?.clientWidth ?? 1200);
    const sum = (some: readonly number[]) => some.reduce((total, one) => total + one, 0);
    const gaps = [sum(all.slice(0, from)), sum(all.slice(to))] as const;
    const rows = Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
    const gap = (width: number) => (width === 0 ? nothing : html`<th class="gap" role="presentation" style="width: ${width}px"></th>`);
    return html`<div
      class="rows"
      tabindex="0"
      role="grid"
      aria-label=${`Rows of ${this.cell}`}
      aria-rowcount=${this.total + 1}
      aria-colcount=${columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant=${this.selected === null ? nothing : "at"}
      @scroll=${() => this.requestUpdate()}
      @keydown=${this.#onKey}
      @pointerdown=${this.#onPointer}
      @pointerover=${this.#onPointer}
    >
      <div class="all" role="presentation" style="height: ${headHeight + gridHeight(this.total) + rowHeight}px; width: ${countWidth + sum(all)}px">
        <table role="presentation" style="width: ${countWidth + sum(all)}px">
          <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
              <th scope="col" role="columnheader" aria-colindex="1" class="count" style="width: ${countWidth}px"><span class="unseen">Row</span></th>
              ${gap(gaps[0])}${columns.slice(from, to).map((column, index) => this.#heading(column, from + index))}${gap(gaps[1])}
            </tr>
          </thead>
          <tbody role="rowgroup" style="transform: translateY(${-hidden}px)">
            ${rows.map((row) => this.#row(row, columns, from, to, gaps))}
          </tbody>
        </table>
      </div>
      ${this.total === 0 ? html`<p class="none">${this.search === "" && this.where.length === 0 ? "This table has no rows." : "No row is left."}</p>` : nothing}
      ${this.trouble === "" ? nothing : html`<p class="none">${this.trouble}</p>`}
    </div>`;
  }

  #head(source: TableSource): TemplateResult {
    const { cell, sources, total, search, saving } = this;
    const head = tableHead({
      cell,
      sources,
      source,
      total,
      search,
      saving,
      canCopy: this.selected !== null,
      close: () => this.dispatchEvent(new CustomEvent("close-table")),
      choose: (index) => this.#choose(index),
      find: (words) => this.#narrow(words, this.where),
      copy: () => void this.#copy(),
      save: (format) => void this.#download(format),
    });
    if (source.fetch === null) return html`<div>${head}</div>`;
    return html`<div>
      ${head}
      <filter-bar
        .columns=${source.table.columns}
        .where=${this.where}
        @change=${(event: CustomEvent<ColumnCondition[]>) => this.#narrow(this.search, event.detail)}
        @make-cell=${() => this.#makeCell(source)}
      ></filter-bar>
    </div>`;
  }

  #narrow(search: string, where: readonly ColumnCondition[]): void {
    this.search = search;
    this.where = where;
    this.selected = null;
    this.scroller?.scrollTo({ top: 0 });
  }

  #makeCell({ name, table: { columns } }: TableSource): void {
    const verbs = tableVerbs({ where: this.where, search: this.search, order: this.order }, columns);
    this.dispatchEvent(new CustomEvent("make-cell", { detail: { table: name, verbs } }));
  }

  #foot(): TemplateResult {
    const { first, count } = this.#view;
    const { selected, sums, order, total } = this;
    return tableFoot({ selected, sums, order, first, count, total });
  }

  protected override render() {
    const { source } = this;
    return source === undefined ? nothing : html`${this.#head(source)}${this.#grid(source)}${this.#foot()}`;
  }

  protected override firstUpdated(): void {
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "table-view": TableView;
  }
}
