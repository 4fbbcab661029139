import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import type { Kind } from "../../cells/cell.ts";
import { docs } from "../../cells/registry.ts";
import { signature, type FormulaFunction } from "../../schema/formula/function-signature.ts";
import { functionTable } from "../../schema/formula/function-table.ts";
import { icon } from "../icons/icon.ts";
import { fuzzy } from "../palette/fuzzy.ts";
import { markdown } from "../prose/markdown.ts";
import { proseStyles } from "../prose/prose-styles.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { exampleText } from "./example.ts";
import { libraryStyles } from "./library-styles.ts";

/** Every kind of cell and every function of formulas: what it is for, how it works, and a way to put it into the notebook. */
@customElement("cell-library")
export class CellLibrary extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** What is open: a kind's or a function's name. */
  @property({ attribute: false }) about: string | null = null;
  @state() private search = "";

  static override styles = [controls, proseStyles, libraryStyles];

  /** What has the search in its words, what has it in its name first. */
  #found<T>(all: readonly T[], nameOf: (one: T) => string, wordsOf: (one: T) => string): T[] {
    const wanted = this.search.trim().toLowerCase();
    if (wanted === "") return [...all];
    const isNamed = (one: T): boolean => fuzzy(wanted, nameOf(one)) !== null;
    const named = all.filter(isNamed).sort((a, b) => fuzzy(wanted, nameOf(b))!.score - fuzzy(wanted, nameOf(a))!.score);
    return [...named, ...all.filter((one) => !isNamed(one) && wordsOf(one).toLowerCase().includes(wanted))];
  }

  #row(name: string, glyph: string, what: string): TemplateResult {
    return html`<li>
      <button class="row" aria-current=${this.about === name ? "true" : "false"} @click=${() => (this.about = name)}>
        ${icon(glyph)}<span class="mono">${name}</span><span class="what">${what}</span>
      </button>
    </li>`;
  }

  #add(kind: Kind): void {
    const { edits, overlays } = this.workspace;
    overlays.close("library");
    edits.addCell({ kind: kind.name }, edits.placeBelowSelection());
  }

  #kind(kind: Kind): TemplateResult {
    const { workspace } = this;
    const example = exampleText(kind.name, workspace.document.notebook);
    const insert = (): void => {
      workspace.overlays.close("library");
      workspace.edits.paste(example ?? "", `Insert the example of ${kind.name}`);
    };
    return html`<header>
        <h2>${kind.title}</h2>
        ${
          workspace.isOpen
            ? html`<button class="button primary" @click=${() => this.#add(kind)}>${icon("plus")}Add</button>
                ${example === null ? nothing : html`<button class="button" @click=${insert}>Insert example</button>`}`
            : nothing
        }
      </header>
      <p class="summary">${kind.summary}</p>
      <div class="prose method">${markdown(docs.get(kind.name) ?? "")}</div>`;
  }

  #function(one: FormulaFunction): TemplateResult {
    const { formula, gives } = one.example;
    return html`<header><h2 class="mono">${signature(one)}</h2></header>
      <p class="summary">${one.doc}</p>
      <p class="label">Example</p>
      <p class="mono">${formula} → ${gives === null ? "missing" : String(gives)}</p>
      <p class="label">In</p>
      <p>
        Formulas of filters and derived columns${one.aggregate ? ", over the rows of a group" : ""}. Missing values stay missing unless the function
        says otherwise.
      </p>`;
  }

  protected override render() {
    const all = [...catalog.values()].map((cell) => cell.kind);
    const kinds = this.#found(
      all,
      ({ name }) => name,
      ({ title, question, summary }) => `${title} ${question} ${summary}`,
    );
    const functions = this.#found(
      [...functionTable.values()],
      ({ name }) => name,
      ({ doc }) => doc,
    );
    const name = this.about ?? kinds[0]?.name ?? functions[0]?.name ?? "";
    const kind = catalog.get(name)?.kind;
    const one = functionTable.get(name);
    return html`<div class="library">
      <nav aria-label="Kinds and functions">
        <input
          type="search"
          autofocus
          placeholder="Search"
          aria-label="Search kinds and functions"
          .value=${this.search}
          @input=${(event: Event) => {
            this.search = (event.target as HTMLInputElement).value;
            this.about = null;
          }}
        />
        <div class="list">
          ${kinds.length === 0 ? nothing : html`<h3>Cells</h3>`}
          <ul>
            ${kinds.map((found) => this.#row(found.name, found.icon, found.question))}
          </ul>
          ${functions.length === 0 ? nothing : html`<h3>Functions</h3>`}
          <ul>
            ${functions.map((found) => this.#row(found.name, "square-function", found.doc))}
          </ul>
          ${kinds.length + functions.length === 0 ? html`<p class="none">Nothing is called that.</p>` : nothing}
        </div>
      </nav>
      <article tabindex="0" aria-label=${name}>${kind !== undefined ? this.#kind(kind) : one !== undefined ? this.#function(one) : nothing}</article>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cell-library": CellLibrary;
  }
}
