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
 * What can be done with the customers behind a mark: how many they are, a segment of them, a file of them with what is chosen of theirs.
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
  /** What is to stand beside the ids. */
  @state() private chosen: ReadonlySet<string> = new Set();

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
      fieldset {
        max-height: 240px;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: auto;
      }
      fieldset .item {
        min-height: 26px;
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
    this.chosen = new Set();
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

  async #export({ attributes, segments }: ReturnType<Marks["offered"]>): Promise<void> {
    const isChosen = (name: string): boolean => this.chosen.has(name);
    try {
      await this.marks.download(this.block, this.pick, { attributes: attributes.filter(isChosen), segments: segments.filter(isChosen) });
      this.#done();
    } catch (error) {
      const { problem, remedy } = toProblem(error);
      this.problem = `${problem} ${remedy}`;
    }
  }

  #choose(name: string, isChosen: boolean): void {
    const others = [...this.chosen].filter((other) => other !== name);
    this.chosen = new Set(isChosen ? [...others, name] : others);
  }

  #beside(names: readonly string[]) {
    return names.map(
      (name) =>
        html`<label class="item"
          ><input
            type="checkbox"
            .checked=${this.chosen.has(name)}
            @change=${(event: Event) => this.#choose(name, (event.target as HTMLInputElement).checked)}
          /><span class="mono">${name}</span></label
        >`,
    );
  }

  #body(ids: readonly string[]) {
    const many = counted(ids.length, "customer", navigator.language);
    if (this.asking) {
      const offered = this.marks.offered(this.block);
      const { attributes, segments } = offered;
      return html`<p class="what">
          These ids${attributes.length + segments.length === 0 ? "" : ", and what you add to them,"} are personal data. The file is yours to protect:
          nothing here guards it once it is saved.
        </p>
        ${
          attributes.length + segments.length === 0
            ? nothing
            : html`<fieldset>
                <legend class="what">Beside each id</legend>
                ${this.#beside(attributes)} ${this.#beside(segments)}
              </fieldset>`
        }
        <div class="row">
          <button class="button small" @click=${() => void this.#export(offered)}>Export ${many}</button>
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
