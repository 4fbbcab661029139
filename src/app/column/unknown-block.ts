import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { UnknownBlock } from "../../notebook/notebook.ts";
import { cellStyles } from "../cell/cell-styles.ts";
import { blockHandle } from "../cell/block-handle.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";

const words: Record<UnknownBlock["reason"], string> = {
  kind: "unknown kind",
  body: "cannot be read",
  conflict: "merge conflict",
  major: "made by a newer version",
  name: "name not usable",
  fence: "fence not closed",
};

/** A part of the notebook this version does not understand: shown as it is written, and saved back unchanged. */
@customElement("unknown-block")
export class UnknownBlockView extends LitElement {
  @property({ attribute: false }) block!: UnknownBlock;
  @property({ type: Boolean, reflect: true }) selected = false;

  static override styles = [
    controls,
    cellStyles,
    css`
      pre {
        margin: 8px 0 0;
        padding: 8px 10px;
        max-height: 320px;
        overflow: auto;
        font: 12px/20px var(--font-code);
        color: var(--ink-2);
        background: var(--sunken);
        border-radius: var(--radius);
      }
    `,
  ];

  protected override render() {
    const { kind, name, reason, problem, text } = this.block;
    return html`<section aria-label=${`Not understood: ${name ?? reason}`}>
      <div class="bar"></div>
      <div class="gutter"><span class="glyph" style="color: var(--ink-3)">${icon("circle-dashed", "small")}</span>${blockHandle()}</div>
      <div class="kicker">
        ${icon("circle-dashed", "small")}<span>${kind ?? "cell"}</span>${name === null ? nothing : html`<span class="mono">${name}</span>`}
        <span class="badge">${words[reason]}</span>
      </div>
      <h2 class="title message">${problem}</h2>
      <p class="subtitle">Kept exactly as written, and saved back unchanged. Cells that read it wait.</p>
      <pre tabindex="0" role="group" aria-label="As written">${text}</pre>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "unknown-block": UnknownBlockView;
  }
}
