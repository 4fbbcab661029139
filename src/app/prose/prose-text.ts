import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import type { ProseBlock } from "../../notebook/notebook.ts";
import { blockHandle } from "../cell/block-handle.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { markdown } from "./markdown.ts";
import "./prose-editor.ts";
import { proseBlockStyles } from "./prose-block-styles.ts";
import { proseStyles } from "./prose-styles.ts";

/** Words of the notebook: read as set type, edited as the Markdown they are. */
@customElement("prose-text")
export class ProseText extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: ProseBlock;
  @property({ type: Boolean, reflect: true }) selected = false;
  @state() private editing = false;
  /** When the editing began: all that is written until it ends is one step of undo. */
  #session = 0;

  static override styles = [
    controls,
    proseStyles,
    proseBlockStyles,
    css`
      .empty {
        color: var(--ink-3);
        font-style: italic;
      }
    `,
  ];

  /** Opens the text for editing. */
  edit(): void {
    this.#session = performance.now();
    this.editing = true;
  }

  readonly #finish = ({ detail: back }: CustomEvent<boolean>): void => {
    if (!this.editing) return;
    this.editing = false;
    if (back) this.workspace.selection.focus(this.block.id);
  };

  protected override render() {
    const { workspace, block } = this;
    if (this.editing) {
      return html`<div class="bar"></div>
        <prose-editor
          .text=${block.text}
          @write=${(event: CustomEvent<string>) => workspace.edits.setProse(block.id, event.detail, this.#session)}
          @finish=${this.#finish}
        ></prose-editor>`;
    }
    return html`<div class="bar"></div>
      <div class="gutter">${blockHandle()}</div>
      <div class="prose" @dblclick=${() => this.edit()}>
        ${block.text.trim() === "" ? html`<p class="empty">Nothing written yet. Double-click, or press Enter, to write.</p>` : guard([block.text], () => markdown(block.text))}
      </div>
      <div class="tools">
        <button class="square small" title="Edit" aria-label="Edit this text" @click=${() => this.edit()}>${icon("pencil", "small")}</button>
        <button class="square small" title="Delete" aria-label="Delete this text" @click=${() => workspace.edits.remove([block.id])}>
          ${icon("trash-2", "small")}
        </button>
      </div> `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "prose-text": ProseText;
  }
}
