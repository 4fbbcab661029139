import { LitElement, css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";

/** A dialog over the page, open as long as it is there: keeps the keyboard, closes on Escape and on a click beside it. Fires `close`. */
@customElement("page-dialog")
export class PageDialog extends LitElement {
  @property() label = "";
  /** Of its box, such as "640px". */
  @property() width = "640px";
  @query("dialog") private readonly dialog!: HTMLDialogElement;

  static override styles = [
    controls,
    css`
      dialog {
        width: min(var(--dialog-width), 100vw - 32px);
        max-height: min(760px, 100vh - 48px);
        margin: auto;
        padding: 0;
        border: 1px solid var(--hairline);
        border-radius: 10px;
        background: var(--raised);
        color: var(--ink);
        font: inherit;
        box-shadow: var(--shadow-float);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.32);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 12px 12px 12px 24px;
      }
      h2 {
        font: 600 var(--text-lead) / var(--line-lead) var(--font-ui);
      }
      .body {
        padding: 0 24px 24px;
        overflow: auto;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.dialog.showModal();
    void this.#focusFirst();
  }

  /** Where the dialog's content says the keyboard goes first: the browser does not look into its shadow root. */
  async #focusFirst(): Promise<void> {
    const content = this.firstElementChild;
    if (content instanceof LitElement) await content.updateComplete;
    content?.shadowRoot?.querySelector<HTMLElement>("[autofocus]")?.focus();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("close"));
  }

  protected override render() {
    return html`<dialog
      aria-label=${this.label}
      style=${`--dialog-width: ${this.width}`}
      @close=${() => this.#close()}
      @pointerdown=${(event: Event) => event.target === this.dialog && this.dialog.close()}
    >
      <header>
        <h2>${this.label}</h2>
        <button class="square small" title="Close" aria-label="Close" @click=${() => this.dialog.close()}>${icon("x")}</button>
      </header>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "page-dialog": PageDialog;
  }
}
