import { LitElement, css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { noteAt } from "../commands/note-commands.ts";
import { writeAt } from "../commands/write-at.ts";
import { icon } from "../icons/icon.ts";
import "../menus/kind-menu.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The place between two blocks where a cell, words, a comment or a decision can be put. */
@customElement("insert-bar")
export class InsertBar extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  /** The place of the new block among the blocks. */
  @property({ type: Number }) place = 0;
  /** Whether it is seen without being pointed at. */
  @property({ type: Boolean, reflect: true }) shown = false;
  /** Whether dragged blocks would go here. */
  @property({ type: Boolean, reflect: true }) target = false;
  /** Whether the pointer ever came near. The bar of the selected block is there for the keyboard. */
  @state() private near = false;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        height: 24px;
        color: var(--accent);
        opacity: 0;
        transition: opacity var(--fast) var(--ease);
      }
      :host([shown]),
      :host(:hover),
      :host(:focus-within) {
        opacity: 1;
      }
      :host([target]) {
        opacity: 1;
        align-items: center;
      }
      .target {
        flex: 1;
        height: 3px;
        border-radius: 2px;
        background: var(--accent);
      }
      .plain {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        height: 24px;
        padding: 0 6px;
        border-radius: var(--radius);
        font-size: 12px;
      }
      .plain:hover {
        background: var(--accent-tint);
      }
      .line {
        flex: 1;
        height: 1px;
        margin-left: 4px;
        background: var(--accent-line);
      }
      kind-menu {
        margin-left: -6px;
      }
    `,
  ];

  constructor() {
    super();
    this.addEventListener("pointerenter", () => (this.near = true), { once: true });
  }

  protected override render() {
    if (this.target) return html`<span class="target"></span>`;
    if (!this.shown && !this.near) return nothing;
    return html`<kind-menu
        @choose-kind=${(event: CustomEvent<string>) => this.workspace.edits.addCell({ kind: event.detail }, this.place)}
      ></kind-menu>
      <button class="plain" @click=${() => writeAt(this.workspace, this.place)}>${icon("type", "small")}Prose</button>
      <button class="plain" @click=${() => noteAt(this.workspace, "comment", this.place)}>${icon("message-square", "small")}Comment</button>
      <button class="plain" @click=${() => noteAt(this.workspace, "decision", this.place)}>${icon("signpost", "small")}Decision</button>
      <span class="line"></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "insert-bar": InsertBar;
  }
}
