import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Says at the top of the notebook which files are missing, when there are several, and takes them all at once. */
@customElement("missing-files")
export class MissingFiles extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    css`
      section {
        margin-top: 24px;
        padding: 16px 24px;
        border: 1.5px dashed var(--rule);
        border-radius: var(--radius);
      }
      h2 {
        font: 600 var(--text-lead) / var(--line-lead) var(--font-ui);
      }
      p {
        color: var(--ink-2);
        text-wrap: pretty;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin: 8px 0 12px;
      }
      li {
        display: flex;
        gap: 6px;
        align-items: center;
      }
      li svg {
        color: var(--warn);
      }
      .buttons {
        display: flex;
        gap: 8px;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.files.topic, this.workspace.document.topic]);
  }

  protected override render() {
    const { workspace } = this;
    const names = workspace.missingFiles();
    if (names.length < 2) return nothing;
    const known = workspace.opening.canReconnect(names);
    return html`<section aria-label="Missing files">
      <h2>${names.length} files are not here yet</h2>
      <p>The notebook names its files and never carries them. Drop them anywhere on the page, all at once.</p>
      <ul>
        ${names.map((name) => html`<li>${icon("file-question-mark", "small")}<span class="mono">${name}</span></li>`)}
      </ul>
      <div class="buttons">
        ${known ? html`<button class="button primary" @click=${() => void workspace.opening.reconnect()}>Reconnect all</button>` : nothing}
        <button class=${known ? "button" : "button primary"} @click=${() => void workspace.chooseFiles()}>${icon("folder-open")}Choose files</button>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "missing-files": MissingFiles;
  }
}
