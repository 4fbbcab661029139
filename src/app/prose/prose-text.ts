import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ProseBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { markdown } from "./markdown.ts";
import { proseStyles } from "./prose-styles.ts";

/** Words of the notebook: read as set type, edited as the Markdown they are. */
@customElement("prose-text")
export class ProseText extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: ProseBlock;
  @property({ type: Boolean, reflect: true }) selected = false;
  @state() private editing = false;

  static override styles = [
    controls,
    proseStyles,
    css`
      :host {
        display: block;
        position: relative;
        scroll-margin: 72px 0 24px;
        outline: none;
      }
      .bar {
        position: absolute;
        inset: -8px auto -8px -16px;
        border-left: 3px solid transparent;
      }
      :host([selected]) .bar {
        border-color: var(--accent);
      }
      :host(:focus-visible) .bar {
        border-left-width: 5px;
      }
      .tools {
        position: absolute;
        right: 0;
        top: 0;
        display: flex;
        gap: 2px;
        opacity: 0;
      }
      :host(:hover) .tools,
      :host(:focus-within) .tools,
      :host([selected]) .tools {
        opacity: 1;
      }
      .empty {
        color: var(--ink-3);
        font-style: italic;
      }
      textarea {
        display: block;
        width: 100%;
        field-sizing: content;
        min-height: 92px;
        padding: 12px 16px;
        margin: -12px -16px;
        width: calc(100% + 32px);
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--paper);
        font: 400 var(--text-prose) / var(--line-prose) var(--font-read);
        resize: none;
      }
      .hint {
        margin-top: 16px;
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-3);
      }
    `,
  ];

  /** Opens the text for editing. */
  async edit(): Promise<void> {
    this.editing = true;
    await this.updateComplete;
    const area = this.renderRoot.querySelector("textarea");
    if (area === null) return;
    this.#grow(area);
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
  }

  #grow(area: HTMLTextAreaElement): void {
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }

  #finish(text: string, back: boolean): void {
    if (!this.editing) return;
    this.editing = false;
    if (text !== this.block.text) this.workspace.edits.setProse(this.block.id, text);
    if (back) this.workspace.selection.focus(this.block.id);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const area = event.target as HTMLTextAreaElement;
    const done = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey));
    if (!done) {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    this.#finish(area.value, true);
  };

  protected override render() {
    if (this.editing) {
      return html`<div class="bar"></div>
        <textarea
          aria-label="Text, as Markdown"
          .value=${this.block.text}
          @input=${(event: Event) => this.#grow(event.target as HTMLTextAreaElement)}
          @blur=${(event: Event) => this.#finish((event.target as HTMLTextAreaElement).value, false)}
          @keydown=${this.#onKey}
        ></textarea>
        <p class="hint">Markdown: # heading, *emphasis*, **strong**, - list. Escape to finish.</p>`;
    }
    return html`<div class="bar"></div>
      <div class="prose" @dblclick=${() => void this.edit()}>
        ${this.block.text.trim() === "" ? html`<p class="empty">Nothing written yet. Double-click, or press Enter, to write.</p>` : markdown(this.block.text)}
      </div>
      <div class="tools">
        <button class="square small" title="Edit" aria-label="Edit this text" @click=${() => void this.edit()}>${icon("pencil", "small")}</button>
        <button class="square small" title="Delete" aria-label="Delete this text" @click=${() => this.workspace.edits.remove(this.block.id)}>
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
