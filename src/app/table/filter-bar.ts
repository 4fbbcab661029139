import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Column } from "../../schema/column.ts";
import type { ColumnCondition } from "../../schema/conditions.ts";
import type { ColumnShape } from "../../schema/shape.ts";
import "../fields/conditions/condition-editor.ts";
import { conditionWords, operatorOf } from "../fields/conditions/words.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";

/** The words offered for a column of texts. */
const mostWords = 200;

const shapeOf = ({ name, type, dictionary }: Column): ColumnShape => ({
  name,
  type,
  missing: 0,
  distinct: dictionary?.length ?? 0,
  ...(dictionary === undefined ? {} : { top: dictionary.slice(0, mostWords) }),
});

/** Whether a condition has a value, so that it keeps some rows on purpose. */
function isWhole(condition: ColumnCondition | null): condition is ColumnCondition {
  if (condition === null || condition.column === "") return false;
  const value = condition[operatorOf(condition)];
  return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Which rows of a table are shown, as chips. Fires `change` with the conditions, and `make-cell`. */
@customElement("filter-bar")
export class FilterBar extends LitElement {
  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ attribute: false }) where: readonly ColumnCondition[] = [];
  /** The condition being written, and the chip it is of; a new one has none. */
  @state() private draft: { condition: ColumnCondition; place: number } | null = null;

  static override styles = [
    controls,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
        min-height: 36px;
        padding: 4px 16px;
        border-bottom: 1px solid var(--hairline);
        color: var(--ink-2);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        max-width: 320px;
        border: 1px solid var(--rule);
        border-radius: 12px;
        background: var(--paper);
        font-size: 12px;
        line-height: 22px;
      }
      .chip button:first-child {
        padding: 0 2px 0 10px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .chip button:last-child {
        padding: 0 8px 0 4px;
        color: var(--ink-3);
      }
      .chip button:hover {
        color: var(--accent);
      }
      .space {
        flex: 1;
      }
      .draft {
        position: relative;
      }
      form {
        position: absolute;
        top: 4px;
        left: 0;
        z-index: 6;
        display: grid;
        gap: 8px;
        width: 300px;
        padding: 12px;
        border: 1px solid var(--hairline);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow-menu);
      }
      .row {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  #write(condition: ColumnCondition, place: number): void {
    this.draft = { condition, place };
    void this.updateComplete.then(() => this.renderRoot.querySelector("condition-editor")?.shadowRoot?.querySelector("select")?.focus());
  }

  #fire(where: readonly ColumnCondition[]): void {
    this.dispatchEvent(new CustomEvent("change", { detail: where }));
  }

  readonly #close = (): void => {
    this.draft = null;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".add")?.focus());
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.draft === null || !isWhole(this.draft.condition)) return;
    const { condition, place } = this.draft;
    this.#fire(place < this.where.length ? this.where.with(place, condition) : [...this.where, condition]);
    this.#close();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") this.#close();
    // A field's change comes before the filter is taken over.
    if (event.key !== "Enter" || !(event.composedPath()[0] instanceof HTMLInputElement)) return;
    (event.composedPath()[0] as HTMLInputElement).blur();
    this.#submit(event);
  };

  #editor({ condition }: { condition: ColumnCondition }) {
    return html`<form aria-label="Filter" @submit=${this.#submit} @keydown=${this.#onKey}>
      <condition-editor
        .columns=${this.columns.map(shapeOf)}
        .condition=${condition}
        @change=${(event: CustomEvent<ColumnCondition>) => (this.draft = { ...this.draft!, condition: event.detail })}
      ></condition-editor>
      <div class="row">
        <button class="button small primary">Filter</button>
        <button type="button" class="button small bare" @click=${this.#close}>Cancel</button>
      </div>
    </form>`;
  }

  protected override render() {
    const { where, draft } = this;
    return html`<div class="bar" role="group" aria-label="Filters">
      ${icon("funnel", "small")}<span>${where.length === 0 ? "Showing all rows" : "Showing rows where"}</span>
      ${where.map((condition, place) => {
        const words = conditionWords(condition);
        return html`<span class="chip"
          ><button title=${words} aria-label=${`Change the filter ${words}`} @click=${() => this.#write(condition, place)}>${words}</button
          ><button aria-label=${`Remove the filter ${words}`} @click=${() => this.#fire(where.toSpliced(place, 1))}>
            ${icon("x", "small")}
          </button></span
        >`;
      })}
      <span class="draft">
        <button
          class="button small bare add"
          aria-expanded=${draft === null ? "false" : "true"}
          @click=${() => this.#write({ column: "" }, where.length)}
        >
          ${icon("plus", "small")}Filter
        </button>
        ${draft === null ? nothing : this.#editor(draft)}
      </span>
      <span class="space"></span>
      <button class="button small bare" @click=${() => this.dispatchEvent(new CustomEvent("make-cell"))}>Make this a cell</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "filter-bar": FilterBar;
  }
}
