import { LitElement, css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { watch } from "../topics/watch.ts";
import { fileSize } from "../workspace/file-size.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { railStyles } from "./rail-styles.ts";

/** The data files the page points at, with their sizes, and a way to add more. */
@customElement("rail-data")
export class RailData extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [
    controls,
    railStyles,
    css`
      .warn {
        color: var(--warn);
      }
      li.row:hover {
        background: none;
      }
    `,
  ];

  constructor() {
    super();
    watch(this, () => [this.workspace.files.topic, this.workspace.document.topic]);
  }

  protected override render() {
    const { files } = this.workspace.files;
    return html`<h2>
        Data<button class="square small" title="Add files" aria-label="Add files" @click=${() => void this.workspace.chooseFiles()}>
          ${icon("plus", "small")}
        </button>
      </h2>
      ${files.length === 0 ? html`<p class="none">No files yet. Drop them anywhere.</p>` : nothing}
      <ul>
        ${files.map(
          ({ name, file }) =>
            html`<li class="row">
              <span class="quiet">${icon("file-text", "small")}</span><span class="text" title=${name}>${name}</span
              ><span class="measure">${fileSize(file.size)}</span>
            </li>`,
        )}
        ${this.workspace
          .missingFiles()
          .map(
            (name) =>
              html`<li class="row">
                <span class="warn">${icon("file-question-mark", "small")}</span><span class="text" title=${name}>${name}</span
                ><span class="measure">missing</span>
              </li>`,
          )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "rail-data": RailData;
  }
}
