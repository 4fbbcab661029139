import { LitElement, css, html } from "lit";
import { customElement } from "lit/decorators.js";
import { controls } from "../theme/controls.ts";

/** Asks before everything this machine keeps is deleted. Fires `keep` or `forget`. */
@customElement("forget-dialog")
export class ForgetDialog extends LitElement {
  static override styles = [
    controls,
    css`
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

  protected override render() {
    return html`<p>
        Drafts, undo histories and the list of recent notebooks are deleted here. Files on your disk stay as they are; what was never saved is gone.
      </p>
      <div class="buttons">
        <button class="button" autofocus @click=${() => this.dispatchEvent(new CustomEvent("keep"))}>Keep</button>
        <button class="button danger" @click=${() => this.dispatchEvent(new CustomEvent("forget"))}>Forget everything</button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "forget-dialog": ForgetDialog;
  }
}
