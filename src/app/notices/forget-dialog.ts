import { LitElement, css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { isHosted } from "../reach/policy.ts";
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
        Drafts, versions, undo histories, the list of recent notebooks and the key pseudonyms are made with are deleted here. Files on your disk stay
        as they are; what was never saved is gone. ${isHosted() ? "The page itself stays, to open offline; it holds nothing of yours." : nothing}
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
