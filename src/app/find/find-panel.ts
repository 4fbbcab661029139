import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { findPlaces, type FoundPlace, type Wanted } from "./find-places.ts";
import { findStyles } from "./find-styles.ts";
import { isReplaceable, replacePlaces } from "./replace-places.ts";

const mostShown = 200;
const before = 28;

/** Finds a text in prose, parameters and names, and replaces it in prose and parameters, after showing how that would read. */
@customElement("find-panel")
export class FindPanel extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private text = "";
  @state() private by = "";
  @state() private matchCase = false;
  @state() private replacing = false;
  @state() private at = 0;

  static override styles = [controls, findStyles];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic]);
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector("input")?.focus();
  }

  private get wanted(): Wanted {
    return { text: this.text, matchCase: this.matchCase };
  }

  #go(places: readonly FoundPlace[], index: number): void {
    if (places.length === 0) return;
    this.at = (index + places.length) % places.length;
    const { block } = places[this.at]!;
    if (block !== null) this.workspace.selection.reveal(block);
  }

  #replace(places: readonly FoundPlace[]): void {
    const count = places.reduce((sum, place) => sum + place.at.length, 0);
    const { wanted, by } = this;
    const label = `Replace “${wanted.text}” by “${by}”`;
    if (!this.workspace.edits.change(label, (notebook) => replacePlaces(notebook, places, wanted, by))) return;
    const text = `${count} ${count === 1 ? "place" : "places"} replaced.`;
    this.workspace.notices.show({ text, action: { label: "Undo", run: () => this.workspace.edits.undo() } });
  }

  #onKey(event: KeyboardEvent, places: readonly FoundPlace[]): void {
    const isField = event.composedPath()[0] instanceof HTMLInputElement;
    // Pressed again here, the browser's own search opens.
    if (event.key === "f" && (event.ctrlKey || event.metaKey)) event.stopPropagation();
    if (event.key === "Escape") {
      event.stopPropagation();
      this.workspace.layout.setFind(false);
      const { id } = this.workspace.selection;
      if (id !== null) this.workspace.selection.focus(id);
    } else if (event.key === "Enter" && isField) {
      event.preventDefault();
      event.stopPropagation();
      this.#go(places, this.at + (event.shiftKey ? -1 : 1));
    }
  }

  #snippet({ text, at }: FoundPlace): TemplateResult {
    const from = Math.max(0, at[0]! - before);
    let done = from;
    const parts = at.map((start) => {
      const lead = text.slice(done, start);
      done = start + this.text.length;
      const found = text.slice(start, done);
      return html`${lead}${this.replacing ? html`<del>${found}</del><ins>${this.by}</ins>` : html`<mark>${found}</mark>`}`;
    });
    return html`${from > 0 ? "…" : ""}${parts}${text.slice(done)}`;
  }

  #list(places: readonly FoundPlace[]): TemplateResult {
    return html`<ul>
      ${places.slice(0, mostShown).map(
        (place, index) =>
          html`<li aria-current=${index === this.at ? "true" : "false"}>
            <button class="place" @click=${() => this.#go(places, index)}>
              <span class="label">${place.label}</span
              ><span class=${place.where === "prose" || place.where === "title" ? "text" : "text mono"}>${this.#snippet(place)}</span>
            </button>
            ${
              !this.replacing
                ? nothing
                : isReplaceable(place)
                  ? html`<button class="button small" @click=${() => this.#replace([place])}>Replace</button>`
                  : html`<span class="label">rename the cell</span>`
            }
          </li>`,
      )}
    </ul>`;
  }

  protected override render() {
    const places = findPlaces(this.workspace.document.notebook, this.wanted);
    const able = places.filter(isReplaceable);
    const count = this.text === "" ? "" : places.length === 0 ? "nowhere" : `${Math.min(this.at, places.length - 1) + 1} of ${places.length}`;
    return html`<search aria-label="Find and replace" @keydown=${(event: KeyboardEvent) => this.#onKey(event, places)}>
      <div class="line">
        <button
          class="square small"
          title="Replace"
          aria-label="Replace"
          aria-expanded=${this.replacing ? "true" : "false"}
          @click=${() => (this.replacing = !this.replacing)}
        >
          ${icon(this.replacing ? "chevron-down" : "chevron-right", "small")}
        </button>
        <input
          aria-label="Find in prose, parameters and names"
          placeholder="Find in prose, parameters, names"
          .value=${this.text}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLInputElement).value;
            this.at = 0;
          }}
        />
        <span class="count" role="status">${count}</span>
        <button
          class="square small case"
          title="Match capitals"
          aria-label="Match capitals"
          aria-pressed=${this.matchCase ? "true" : "false"}
          @click=${() => (this.matchCase = !this.matchCase)}
        >
          Aa
        </button>
        <button class="square small" title="Before" aria-label="The place before" @click=${() => this.#go(places, this.at - 1)}>
          ${icon("arrow-up", "small")}
        </button>
        <button class="square small" title="Next" aria-label="The next place" @click=${() => this.#go(places, this.at + 1)}>
          ${icon("arrow-down", "small")}
        </button>
        <button class="square small" title="Close" aria-label="Close" @click=${() => this.workspace.layout.setFind(false)}>
          ${icon("x", "small")}
        </button>
      </div>
      ${
        this.replacing
          ? html`<div class="line second">
              <input
                aria-label="Replace by"
                placeholder="Replace by"
                .value=${this.by}
                @input=${(event: Event) => (this.by = (event.target as HTMLInputElement).value)}
              />
              <button
                class="button small"
                aria-disabled=${able.length === 0 ? "true" : "false"}
                @click=${() => able.length > 0 && this.#replace(able)}
              >
                Replace all
              </button>
            </div>`
          : nothing
      }
      ${places.length === 0 ? nothing : this.#list(places)}
    </search>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "find-panel": FindPanel;
  }
}
