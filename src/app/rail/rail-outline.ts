import { LitElement, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Block } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import { noteIcons, noteTitle } from "../notes/note-title.ts";
import { headingOf } from "../prose/markdown.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import "./outline-row.ts";
import { railStyles } from "./rail-styles.ts";
import { searched } from "./searched.ts";

/** What the notebook holds, in order: headings of its prose, comments, decisions, and its cells with where their runs are. */
@customElement("rail-outline")
export class RailOutline extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property() search = "";

  static override styles = [controls, railStyles];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic, this.workspace.selection.topic]);
  }

  #row(block: Block): TemplateResult | typeof nothing {
    const { workspace } = this;
    const selected = workspace.selection.id === block.id;
    const focus = (): void => workspace.selection.focus(block.id);
    if (block.type === "cell") return html`<li><outline-row .workspace=${workspace} .block=${block} ?selected=${selected}></outline-row></li>`;
    if (block.type === "unknown") {
      return html`<li>
        <button class="row" aria-current=${selected ? "true" : "false"} @click=${focus}>
          <span class="quiet">${icon("circle-dashed", "small")}</span><span class="text mono">${block.name ?? "not understood"}</span>
        </button>
      </li>`;
    }
    if (block.type === "note") {
      return html`<li>
        <button class="row" aria-current=${selected ? "true" : "false"} @click=${focus}>
          <span class="quiet">${icon(noteIcons[block.kind], "small")}</span><span class="text">${noteTitle(block)}</span>
        </button>
      </li>`;
    }
    const heading = headingOf(block.text);
    return heading === null
      ? nothing
      : html`<li><button class="row heading" aria-current=${selected ? "true" : "false"} @click=${focus}>${heading.text}</button></li>`;
  }

  protected override render() {
    const { blocks } = this.workspace.document.notebook;
    const found = blocks.filter((block) => searched(block, this.search, this.workspace));
    return html`<h2>Outline</h2>
      ${found.length === 0 ? html`<p class="none">${this.search === "" ? "Nothing in the notebook yet." : "No cell or column has that in its name."}</p>` : nothing}
      <ul>
        ${repeat(
          found,
          (block) => block.id,
          (block) => this.#row(block),
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rail-outline": RailOutline;
  }
}
