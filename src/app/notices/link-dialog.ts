import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";

/** The address a link leads to, or null where it may not be followed: only the web and mail may. */
export function followable(href: string): URL | null {
  const url = URL.parse(href);
  return url !== null && ["https:", "http:", "mailto:"].includes(url.protocol) ? url : null;
}

/** Says where a link leads before it is followed: what it reads like and where it goes may differ. Fires `done`. */
@customElement("link-dialog")
export class LinkDialog extends LitElement {
  @property({ attribute: false }) url!: URL;

  static override styles = [
    controls,
    css`
      .host {
        font-weight: 600;
      }
      .address {
        margin-top: 8px;
        padding: 8px 10px;
        max-height: 120px;
        overflow: auto;
        border-radius: var(--radius);
        background: var(--sunken);
        overflow-wrap: anywhere;
      }
      .buttons {
        display: flex;
        justify-content: flex-end;
        gap: 8px;
        margin-top: 24px;
      }
    `,
  ];

  #follow(): void {
    this.#done();
    window.open(this.url, "_blank", "noopener,noreferrer");
  }

  #done(): void {
    this.dispatchEvent(new CustomEvent("done"));
  }

  protected override render() {
    const { url } = this;
    const where =
      url.protocol === "mailto:" ? html`Write to <span class="host">${url.pathname}</span>?` : html`Leave for <span class="host">${url.host}</span>?`;
    return html`<p>${where} Whoever runs it sees that you came, and nothing of the notebook.</p>
      <p class="address mono">${url.href}</p>
      <div class="buttons">
        <button class="button" autofocus @click=${() => this.#done()}>Stay</button>
        <button class="button primary" @click=${() => this.#follow()}>${icon("external-link")}Open</button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "link-dialog": LinkDialog;
  }
}
