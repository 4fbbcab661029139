import { LitElement, css, html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CellBlock } from "../../notebook/notebook.ts";
import { icon } from "../icons/icon.ts";
import { controls } from "../theme/controls.ts";
import { carriesFiles, droppedFiles } from "../workspace/dropped-files.ts";
import { pickFiles } from "../workspace/pick-files.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Asks for the files a cell needs and the page does not have: by choosing, by dropping, or by opening again what it had before. */
@customElement("missing-file")
export class MissingFile extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) block!: CellBlock;
  @property({ attribute: false }) names: readonly string[] = [];
  @state() private trouble = "";

  static override styles = [
    controls,
    css`
      .well {
        display: flex;
        align-items: center;
        gap: 16px;
        margin-top: 16px;
        padding: 16px 24px;
        border: 1.5px dashed var(--rule);
        border-radius: var(--radius);
      }
      .well > svg {
        color: var(--accent);
      }
      .text {
        flex: 1;
        min-width: 0;
      }
      b {
        font-weight: 600;
      }
      .hint {
        color: var(--ink-2);
      }
    `,
  ];

  async #choose(): Promise<void> {
    const files = await pickFiles();
    if (files.length > 0) this.workspace.intake.give(this.block, this.names, files);
  }

  /** A file dropped right here is the one that is missing, whatever its name. */
  #drop(event: DragEvent): void {
    if (event.dataTransfer === null || !carriesFiles(event.dataTransfer)) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((files) => this.workspace.intake.give(this.block, this.names, files));
  }

  async #reconnect(): Promise<void> {
    const opened = await this.workspace.opening.reconnect();
    this.trouble = opened ? "" : "The browser did not open it again. Choose the file instead.";
  }

  protected override render() {
    const names = this.names.map((name, index) => html`${index > 0 ? ", " : ""}<b class="mono">${name}</b>`);
    const known = this.workspace.opening.canReconnect(this.names);
    return html`<div class="well" @drop=${(event: DragEvent) => this.#drop(event)}>
      ${icon("upload")}
      <div class="text">
        <div>${names} ${this.names.length === 1 ? "is" : "are"} not here yet.</div>
        <div class="hint">${this.trouble || "The notebook names its files and never carries them. Drop it here, or choose it."}</div>
      </div>
      ${known ? html`<button class="button primary" @click=${() => void this.#reconnect()}>Reconnect</button>` : ""}
      <button class=${known ? "button" : "button primary"} @click=${() => void this.#choose()}>${icon("folder-open")}Choose file</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "missing-file": MissingFile;
  }
}
