import { css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Json } from "../../schema/json.ts";
import { noteSchemas, said } from "../../notebook/notes.ts";
import type { NoteBlock } from "../../notebook/notebook.ts";
import { blockHandle } from "../cell/block-handle.ts";
import { icon } from "../icons/icon.ts";
import "../inspector/param-form.ts";
import type { ParamForm } from "../inspector/param-form.ts";
import "../prose/prose-editor.ts";
import { proseStyles } from "../prose/prose-styles.ts";
import { proseBlockStyles } from "../prose/prose-block-styles.ts";
import { controls } from "../theme/controls.ts";
import { PacedElement } from "../topics/paced-element.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { noteContent } from "./note-content.ts";
import { noteStyles } from "./note-styles.ts";

/** A comment or a decision among the blocks: as it reads, and as a form while it is written. */
@customElement("note-block")
export class NoteBlockView extends PacedElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: NoteBlock;
  @property({ type: Boolean, reflect: true }) selected = false;
  @state() private editing = false;
  /** When the writing began: all of a text that is written until it ends is one step of undo. */
  #session = 0;

  static override styles = [
    controls,
    proseStyles,
    proseBlockStyles,
    noteStyles,
    css`
      .tools {
        top: 4px;
        right: 4px;
        background: var(--paper);
        border-radius: var(--radius);
      }
      .form {
        padding: 12px 16px 16px;
        border: 1px solid var(--control);
        border-radius: var(--radius);
      }
      prose-editor {
        margin: 0 0 12px;
      }
      .end {
        display: flex;
        justify-content: flex-end;
        margin-top: 12px;
      }
    `,
  ];

  /** Opens it to be written. */
  edit(): void {
    this.#session = performance.now();
    this.editing = true;
    if (this.block.kind === "decision") void this.#focusFirst();
  }

  async #focusFirst(): Promise<void> {
    await this.updateComplete;
    const form = this.renderRoot.querySelector<ParamForm>("param-form");
    await form?.updateComplete;
    form?.renderRoot.querySelector("textarea")?.focus();
  }

  #finish(): void {
    this.editing = false;
    this.workspace.selection.focus(this.block.id);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    // A field writes when it is left.
    (event.composedPath()[0] as HTMLElement).blur();
    this.#finish();
  };

  #form() {
    const { workspace, block } = this;
    const { text, ...rest } = noteSchemas[block.kind];
    const write = (patch: Record<string, Json | undefined>): void => workspace.edits.setNote(block.id, patch);
    return html`<div class="form" @keydown=${this.#onKey} role="group" aria-label=${`The ${block.kind}`}>
      ${
        text === undefined
          ? ""
          : html`<prose-editor
              .text=${said(block, "text")}
              @write=${(event: CustomEvent<string>) => workspace.edits.setNote(block.id, { text: event.detail }, this.#session)}
              @finish=${(event: CustomEvent<boolean>) => event.detail && this.#finish()}
            ></prose-editor>`
      }
      <param-form
        .schema=${rest}
        .params=${block.params}
        .shapes=${workspace.runs.shapes()}
        @param-change=${(event: CustomEvent<Record<string, Json | undefined>>) => write(event.detail)}
      ></param-form>
      <div class="end"><button class="button" @click=${() => this.#finish()}>Done</button></div>
    </div>`;
  }

  protected override render() {
    const { workspace, block } = this;
    const remove = (): void => workspace.edits.remove([block.id]);
    return html`<div class="bar"></div>
      <div class="gutter">${blockHandle()}</div>
      ${
        this.editing
          ? this.#form()
          : html`<section aria-label=${block.kind} @dblclick=${() => this.edit()}>
                ${noteContent(block, (cell) => workspace.selection.focusCell(cell))}
              </section>
              <div class="tools">
                <button class="square small" title="Edit" aria-label=${`Edit this ${block.kind}`} @click=${() => this.edit()}>
                  ${icon("pencil", "small")}
                </button>
                ${
                  block.kind === "comment"
                    ? html`<button
                        class="square small"
                        title=${block.params["resolved"] === true ? "Open again" : "Resolve"}
                        aria-label=${block.params["resolved"] === true ? "Open this comment again" : "Resolve this comment"}
                        @click=${() => workspace.edits.setNote(block.id, { resolved: block.params["resolved"] !== true })}
                      >
                        ${icon(block.params["resolved"] === true ? "undo-2" : "check", "small")}
                      </button>`
                    : ""
                }
                <button class="square small" title="Delete" aria-label=${`Delete this ${block.kind}`} @click=${remove}>
                  ${icon("trash-2", "small")}
                </button>
              </div>`
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "note-block": NoteBlockView;
  }
}
