import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@awesome.me/webawesome/dist/components/dropdown-item/dropdown-item.js";
import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { menuStyles } from "./menu-styles.ts";

/** A button that offers every kind of cell. Fires `choose-kind` with the kind's name. */
@customElement("kind-menu")
export class KindMenu extends LitElement {
  @property() label = "Cell";

  static override styles = [
    controls,
    menuStyles,
    css`
      .plain {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        height: 24px;
        padding: 0 6px;
        border-radius: var(--radius);
        color: var(--accent);
        font-size: 12px;
      }
      .plain:hover {
        background: var(--accent-tint);
      }
    `,
  ];

  protected override render() {
    const choose = (event: CustomEvent<{ item: { value: string } }>): void => {
      this.dispatchEvent(new CustomEvent("choose-kind", { detail: event.detail.item.value, bubbles: true, composed: true }));
    };
    return html`<wa-dropdown placement="bottom-start" @wa-select=${choose}>
      <button slot="trigger" class="plain">${icon("plus", "small")}${this.label}</button>
      ${[...catalog.values()].map(
        ({ kind }) =>
          html`<wa-dropdown-item value=${kind.name}>
            <span slot="icon">${icon(kind.icon)}</span><span class="name">${kind.title}</span><span class="what">${kind.summary}</span>
          </wa-dropdown-item>`,
      )}
    </wa-dropdown>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kind-menu": KindMenu;
  }
}
