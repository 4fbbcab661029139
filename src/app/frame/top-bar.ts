import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { commandButton } from "./command-button.ts";
import "./notebook-menu.ts";
import "./notebook-title.ts";
import "./run-mode.ts";
import "./run-progress.ts";
import "./saved-state.ts";
import "./theme-button.ts";

/** The bar at the top: the notebook's name and file, what runs, and what is done with the notebook as a whole. */
@customElement("top-bar")
export class TopBar extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
        height: var(--top);
        padding: 0 12px;
        background: var(--chrome);
        border-bottom: 1px solid var(--hairline);
      }
      .space {
        flex: 1;
      }
      .divider {
        width: 1px;
        height: 16px;
        margin: 0 8px;
        background: var(--rule);
      }
      notebook-menu {
        margin: 0 4px 0 8px;
      }
      @media (max-width: 760px) {
        :host {
          gap: 0;
          padding: 0 4px;
        }
        .divider {
          display: none;
        }
        notebook-menu {
          margin: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic, this.workspace.layout.topic]);
  }

  protected override render() {
    const { workspace } = this;
    const { layout } = workspace;
    const rail = layout.railOpen ? "Fold the rail" : "Open the rail";
    return html`
      <button
        class="square"
        title=${rail}
        aria-label=${rail}
        aria-expanded=${layout.railOpen ? "true" : "false"}
        @click=${() => layout.setRail(!layout.railOpen)}
      >
        ${icon("panel-left")}
      </button>
      <notebook-title .workspace=${workspace}></notebook-title>
      <saved-state .workspace=${workspace}></saved-state>
      <span class="space"></span>
      <run-progress .workspace=${workspace}></run-progress>
      <run-mode .workspace=${workspace}></run-mode>
      ${commandButton("undo", workspace)} ${commandButton("redo", workspace)}
      <span class="divider"></span>
      ${commandButton("read", workspace)} ${commandButton("palette", workspace)} ${commandButton("first-steps", workspace)}
      <theme-button></theme-button>
      <button class="button" @click=${() => workspace.overlays.show("share")}>${icon("share-2")}Share</button>
      <notebook-menu .workspace=${workspace}></notebook-menu>
      <button
        class="square"
        title="Inspector"
        aria-label="Inspector"
        aria-pressed=${layout.inspectorOpen ? "true" : "false"}
        @click=${() => layout.setInspector(!layout.inspectorOpen)}
      >
        ${icon("panel-right")}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "top-bar": TopBar;
  }
}
