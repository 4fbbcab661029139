import "@awesome.me/webawesome/dist/components/dialog/dialog.js";
import { LitElement, css, html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";

/** Asks before everything this machine keeps is deleted. Fires `forget`. */
@customElement("forget-dialog")
export class ForgetDialog extends LitElement {
  @query("wa-dialog") private readonly dialog!: HTMLElement & { open: boolean };

  static override styles = [
    controls,
    css`
      wa-dialog {
        --width: 440px;
      }
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 24px;
      }
      .button.danger {
        border-color: var(--danger);
        color: var(--danger);
      }
    `,
  ];

  show(): void {
    this.dialog.open = true;
  }

  #forget(): void {
    this.dialog.open = false;
    this.dispatchEvent(new CustomEvent("forget"));
  }

  protected override render() {
    return html`<wa-dialog label="Forget everything on this machine?">
      <p>
        Drafts, undo histories and the list of recent notebooks are deleted here. Files on your disk stay as they are; what was never saved is gone.
      </p>
      <div class="buttons">
        <button class="button" @click=${() => (this.dialog.open = false)}>Keep</button>
        <button class="button danger" @click=${() => this.#forget()}>Forget everything</button>
      </div>
    </wa-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "forget-dialog": ForgetDialog;
  }
}
