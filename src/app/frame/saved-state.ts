import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { storageFault, storageTopic } from "../storage/storage.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** The notebook's file, and whether everything in it is saved. */
@customElement("saved-state")
export class SavedState extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      :host {
        min-width: 0;
        margin-left: 8px;
        font-size: 12px;
        line-height: 16px;
        color: var(--ink-3);
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .warn {
        color: var(--warn);
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic, this.workspace.saving.topic, storageTopic]);
  }

  protected override render() {
    const { document, saving } = this.workspace;
    const fault = storageFault();
    const words = document.isSaved ? "saved" : fault === null && saving.draftKept ? "not saved; a draft is kept here" : "not saved";
    return html`<span title=${fault ?? nothing}
      >${document.fileName} · <span class=${fault !== null && !document.isSaved ? "warn" : ""}>${words}</span></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "saved-state": SavedState;
  }
}
