import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { counted } from "../../figures/formats/counted.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { toProblem } from "../../schema/errors.ts";
import type { Pick } from "../../schema/pick.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { markWords, type Marks } from "../workspace/marks.ts";

/**
 * What can be done with the customers behind a mark: how many they are, a segment of them, their ids as a file.
 * @fires done - When it is to be closed.
 */
@customElement("mark-menu")
export class MarkMenu extends LitElement {
  @property({ attribute: false }) marks!: Marks;
  @property({ attribute: false }) block!: CellBlock;
  @property({ attribute: false }) pick!: Pick;
  @state() private ids: readonly string[] | null = null;
  @state() private problem: string | null = null;
  /** Whether the reader is being told that ids are personal data. */
  @state() private asking = false;

  static override styles = [
    controls,
    css`
      .menu {
        display: grid;
        gap: 2px;
        width: 264px;
        padding: 8px;
        border: 1px solid var(--hairline);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow-menu);
        font: var(--text-ui) / var(--line-ui) var(--font-ui);
        color: var(--ink);
      }
      .what {
        padding: 0 8px 4px;
        color: var(--ink-3);
        font-size: 12px;
        line-height: 16px;
        overflow-wrap: anywhere;
      }
      .count {
        padding: 0 8px;
        font-weight: 600;
      }
      .item {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        padding: 4px 8px;
        border-radius: var(--radius-s);
      }
      .item:hover {
        background: var(--hover);
      }
      .row {
        display: flex;
        gap: 8px;
        padding: 4px 8px;
      }
    `,
  ];

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("pick")) return;
    this.ids = null;
    this.problem = null;
    this.asking = false;
    void this.#count(this.pick);
  }

  protected override updated(): void {
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (activeElement === null) this.renderRoot.querySelector<HTMLElement>("button")?.focus();
  }

  async #count(pick: Pick): Promise<void> {
    try {
      const ids = await this.marks.customers(this.block, pick);
      if (pick === this.pick) this.ids = ids;
    } catch (error) {
      const { problem, remedy } = toProblem(error);
      if (pick === this.pick) this.problem = `${problem} ${remedy}`;
    }
  }

  #done(): void {
    this.dispatchEvent(new CustomEvent("done"));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") this.#done();
  };

  #segment(): void {
    this.marks.makeSegment(this.block, this.pick);
    this.#done();
  }

  #export(ids: readonly string[]): void {
    this.marks.download(this.block, ids);
    this.#done();
  }

  #body(ids: readonly string[]) {
    const many = counted(ids.length, "customer", navigator.language);
    if (this.asking) {
      return html`<p class="what">These ids are personal data. The file is yours to protect: nothing here guards it once it is saved.</p>
        <div class="row">
          <button class="button small" @click=${() => this.#export(ids)}>Export ${many}</button>
          <button class="button small bare" @click=${() => this.#done()}>Cancel</button>
        </div>`;
    }
    return html`<p class="count">${many}</p>
      <button class="item" @click=${() => this.#segment()}>${icon("users")}Make a segment of these</button>
      <button class="item" @click=${() => (this.asking = true)}>${icon("download")}Export these customers</button>`;
  }

  protected override render() {
    return html`<div class="menu" role="dialog" aria-label="Customers behind the mark" @keydown=${this.#onKey}>
      <p class="what">${markWords(this.block.name, this.pick)}</p>
      ${this.problem === null ? nothing : html`<p class="what" role="alert">${this.problem}</p>`}
      ${this.ids === null ? (this.problem === null ? html`<p class="count">Counting…</p>` : nothing) : this.#body(this.ids)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "mark-menu": MarkMenu;
  }
}
