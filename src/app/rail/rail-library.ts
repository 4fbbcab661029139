import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { catalog } from "../../cells/catalog.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { railStyles } from "./rail-styles.ts";

/** Every kind of cell; a click puts one below the selected block. */
@customElement("rail-library")
export class RailLibrary extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    railStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
      button {
        display: flex;
        gap: 8px;
        align-items: center;
        width: 100%;
        min-height: 28px;
        padding: 2px 8px;
        border-radius: var(--radius);
        color: var(--ink-2);
      }
      button:hover {
        background: var(--hover);
        color: var(--ink);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      svg {
        color: var(--ink-3);
      }
    `,
  ];

  protected override render() {
    return html`<h2>Add a cell</h2>
      <ul>
        ${[...catalog.values()].map(
          ({ kind }) =>
            html`<li>
              <button
                title=${kind.summary}
                @click=${() => this.workspace.edits.addCell({ kind: kind.name }, this.workspace.edits.placeBelowSelection())}
              >
                ${icon(kind.icon, "small")}${kind.name}
              </button>
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rail-library": RailLibrary;
  }
}
