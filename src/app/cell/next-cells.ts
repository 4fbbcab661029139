import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import type { CellBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Up to three cells worth adding to what a cell gives, each with what the guess rests on. */
@customElement("next-cells")
export class NextCells extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;

  static override styles = [
    controls,
    css`
      ul {
        margin-top: 12px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px 0;
        border-top: 1px solid var(--hairline);
      }
      .why {
        flex: 1;
        min-width: 0;
        color: var(--ink-3);
        font-size: 12px;
        line-height: 16px;
        text-wrap: pretty;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.suggestions.topic, this.workspace.selection.topic]);
  }

  protected override render() {
    const offers = this.workspace.suggestions.offersFor(this.block.name, this.workspace.selection.id === this.block.id);
    if (offers.length === 0) return nothing;
    return html`<ul aria-label=${`Cells to add after ${this.block.name}`}>
      ${offers.map(({ kind, suggestion }) => {
        const title = catalog.get(kind)?.kind.title ?? kind;
        return html`<li>
          <button class="button small" @click=${() => this.workspace.intake.take(this.block, kind, suggestion)}>
            ${icon(catalog.get(kind)?.kind.icon ?? "plus", "small")}Add ${title.toLowerCase()}
          </button>
          <span class="why">${suggestion.why}</span>
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "next-cells": NextCells;
  }
}
