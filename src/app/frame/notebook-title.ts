import { LitElement, css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The notebook's title in the top bar: a button that becomes a field. */
@customElement("notebook-title")
export class NotebookTitle extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @state() private editing = false;

  static override styles = [
    controls,
    css`
      :host {
        min-width: 0;
        flex: 0 1 auto;
      }
      button,
      input {
        display: block;
        max-width: 100%;
        margin: 0;
        padding: 3px 5px;
        border: 1px solid transparent;
        border-radius: var(--radius);
        font: 600 15px/24px var(--font-read);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      button:hover {
        background: var(--hover);
      }
      input {
        width: 48ch;
        background: var(--paper);
        border-color: var(--control);
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic]);
  }

  #edit(): void {
    this.editing = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector("input")?.select());
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    event.stopPropagation();
    if (event.key === "Escape") input.value = this.workspace.document.notebook.front.title;
    if (event.key === "Escape" || event.key === "Enter") input.blur();
  };

  readonly #done = (event: Event): void => {
    this.editing = false;
    this.workspace.edits.setFront({ title: (event.target as HTMLInputElement).value.trim() });
  };

  protected override render() {
    const { title } = this.workspace.document.notebook.front;
    if (this.editing) return html`<input aria-label="Title of the notebook" .value=${title} @blur=${this.#done} @keydown=${this.#onKey} />`;
    const shown = title === "" ? "Untitled notebook" : title;
    return html`<button title="Change the title" @click=${() => this.#edit()}>${shown}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-title": NotebookTitle;
  }
}
